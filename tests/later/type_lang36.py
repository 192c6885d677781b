# options: -X lang=3.6
# Type statements, type parameters and what came with them are errors of 3.6 with lang=3.6.
def show(source):
    try:
        exec(source, {'__name__': '__main__'})
    except SyntaxError as error:
        print(error.msg, error.lineno, error.offset)
    except Exception as error:
        print(type(error).__name__, error)


show('type X = int\n')  # expect: invalid syntax 1 6
show('type X[T] = int\n')  # expect: invalid syntax 1 6
show('if 1: type X = int\n')  # expect: invalid syntax 1 12
show('x = 1; type X = int\n')  # expect: invalid syntax 1 13
show('def f[T](): pass\n')  # expect: invalid syntax 1 6
show('def f[T: int, *Ts](x): pass\n')  # expect: invalid syntax 1 6
show('def f[]: pass\n')  # expect: invalid syntax 1 6
show('async def f[T](): pass\n')  # expect: invalid syntax 1 12
show('class C[T]: pass\n')  # expect: invalid syntax 1 8
show('class C[T](B): pass\n')  # expect: invalid syntax 1 8
show('class C[]: pass\n')  # expect: invalid syntax 1 8
show('list[int]\n')  # expect: TypeError 'type' object is not subscriptable
show('type[int]\n')  # expect: TypeError 'type' object is not subscriptable
show('dict[str, int]\n')  # expect: TypeError 'type' object is not subscriptable
show('int | str\n')  # expect: TypeError unsupported operand type(s) for |: 'type' and 'type'
show('int | None\n')  # expect: TypeError unsupported operand type(s) for |: 'type' and 'NoneType'
show('None | int\n')  # expect: TypeError unsupported operand type(s) for |: 'NoneType' and 'type'
show('class C:\n    def __class_getitem__(cls, x): return x\nC["a"]\n')  # expect: TypeError 'type' object is not subscriptable
show('class C:\n    def __class_getitem__(cls, x): return x\nC[0]\n')  # expect: TypeError 'type' object is not subscriptable
show('class C:\n    def __class_getitem__(cls, x): return x\nC.__class_getitem__(0)\n')  # expect: TypeError __class_getitem__() missing 1 required positional argument: 'x'
show('class B:\n    def __mro_entries__(self, bases): return ()\nclass C(B()): pass\n')  # expect: TypeError object() takes no parameters
show('class B:\n    def __mro_entries__(self, bases): return ()\ntype("C", (B(),), {})\n')  # expect: TypeError metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases
