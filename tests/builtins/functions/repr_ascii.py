def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(repr('a'), ascii('é'), repr([1, 'a', None]), repr(1.0), ascii({'ü': 1}), repr(...), repr(NotImplemented), repr(int), repr(len), repr(type(len)), repr(type(None)), repr(print))  # expect: 'a' '\xe9' [1, 'a', None] 1.0 {'\xfc': 1} Ellipsis NotImplemented <class 'int'> <built-in function len> <class 'builtin_function_or_method'> <class 'NoneType'> <built-in function print>
class A:
    def __repr__(self):
        return 'A()'
class B:
    def __repr__(self):
        return 5
class C:
    def __repr__(self):
        return 'é'
print(repr(A()), [A()], (A(),), {A()}, {1: A()}, str(A()), ascii(C()))  # expect: A() [A()] (A(),) {A()} {1: A()} A() \xe9
print(attempt(lambda: repr(B())))  # expect: TypeError: __repr__ returned non-string (type int)
print(attempt(lambda: str(B())))  # expect: TypeError: __str__ returned non-string (type int)
print(attempt(lambda: [B()].__repr__()))  # expect: TypeError: __repr__ returned non-string (type int)
print(attempt(lambda: repr()))  # expect: TypeError: repr() takes exactly one argument (0 given)
def f(): pass
print(repr(f).split(' at ')[0], repr(A).split('.')[-1], repr(A().__repr__).split(' at ')[0].split(' of')[0], repr([].append).split(' of')[0], repr(''.join).split(' at')[0], repr(str.join), repr(int.__add__), repr((5).__add__)[:40], repr(object.__init__), repr(property), repr(range(2)), repr(slice(1)))  # expect: <function f A'> <bound method A.__repr__ <built-in method append <built-in method join of str object <method 'join' of 'str' objects> <slot wrapper '__add__' of 'int' objects> <method-wrapper '__add__' of int object  <slot wrapper '__init__' of 'object' objects> <class 'property'> range(0, 2) slice(None, 1, None)
