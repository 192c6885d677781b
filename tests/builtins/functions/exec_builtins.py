# What stands as __builtins__ in the globals answers for names that are nowhere else: any object with items will do.
class Names:
    def __init__(self, **names): self.names = names
    def __getitem__(self, name): return self.names[name]


def attempt(source, builtins):
    try:
        exec(source, {'__builtins__': builtins, 'out': print})
    except Exception as error:
        print('%s: %s' % (type(error).__name__, error))


for builtins in (123, None, 'text', [], Names(answer=42), {}, {'answer': 42}, (1, 2)):
    attempt('out(answer)', builtins)
    attempt('def f(): return answer\nout(f())', builtins)
# expect: TypeError: 'int' object is not subscriptable
# expect: TypeError: 'int' object is not subscriptable
# expect: TypeError: 'NoneType' object is not subscriptable
# expect: TypeError: 'NoneType' object is not subscriptable
# expect: TypeError: string indices must be integers
# expect: TypeError: string indices must be integers
# expect: TypeError: list indices must be integers or slices, not str
# expect: TypeError: list indices must be integers or slices, not str
# expect: 42
# expect: 42
# expect: NameError: name 'answer' is not defined
# expect: NameError: name 'answer' is not defined
# expect: 42
# expect: 42
# expect: TypeError: tuple indices must be integers or slices, not str
# expect: TypeError: tuple indices must be integers or slices, not str
attempt('x = 1', 123)
attempt('x = 1\nout(x)', 123)  # expect: 1
attempt('class A: pass', {})  # expect: NameError: __build_class__ not found


class Changing:
    def __getitem__(self, name):
        space['__builtins__'] = {}
        raise KeyError(name)


space = {'__builtins__': Changing()}
try:
    exec('print(1)', space)
except NameError as error:
    print(error)  # expect: name 'print' is not defined
