def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


class A:
    x = 1
    def f(self):
        pass
class B(A):
    def __init__(self):
        self.z = 1
print([n for n in dir(B()) if not n.startswith('__')], [n for n in dir(B) if not n.startswith('_')])  # expect: ['f', 'x', 'z'] ['f', 'x']
class C:
    def __dir__(self):
        return ['b', 'a']
class D:
    def __dir__(self):
        return 5
print(dir(C()))  # expect: ['a', 'b']
print(attempt(lambda: dir(D())))  # expect: TypeError: 'int' object is not iterable
print(attempt(lambda: dir(1, 2)))  # expect: TypeError: dir expected at most 1 arguments, got 2
def f(b, a):
    return dir()
print(f(1, 2))  # expect: ['a', 'b']
print(dir(object()))  # expect: ['__class__', '__delattr__', '__dir__', '__doc__', '__eq__', '__format__', '__ge__', '__getattribute__', '__gt__', '__hash__', '__init__', '__init_subclass__', '__le__', '__lt__', '__ne__', '__new__', '__reduce__', '__reduce_ex__', '__repr__', '__setattr__', '__sizeof__', '__str__', '__subclasshook__']
print(dir(None) == sorted(set(dir(object())) | {'__bool__'}))  # expect: True
import math
print('sqrt' in dir(math), dir([])[-5:], dir({})[-6:], [n for n in dir('') if n[0] != '_' and n not in ('isascii', 'removeprefix', 'removesuffix')])  # expect: True ['insert', 'pop', 'remove', 'reverse', 'sort'] ['keys', 'pop', 'popitem', 'setdefault', 'update', 'values'] ['capitalize', 'casefold', 'center', 'count', 'encode', 'endswith', 'expandtabs', 'find', 'format', 'format_map', 'index', 'isalnum', 'isalpha', 'isdecimal', 'isdigit', 'isidentifier', 'islower', 'isnumeric', 'isprintable', 'isspace', 'istitle', 'isupper', 'join', 'ljust', 'lower', 'lstrip', 'maketrans', 'partition', 'replace', 'rfind', 'rindex', 'rjust', 'rpartition', 'rsplit', 'rstrip', 'split', 'splitlines', 'startswith', 'strip', 'swapcase', 'title', 'translate', 'upper', 'zfill']
