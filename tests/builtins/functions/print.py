import sys


def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print()  # expect: 
print(1, 'a', None, [1])  # expect: 1 a None [1]
print(1, 2, sep='-', end='!\n')  # expect: 1-2!
print('a', 'b', sep='')  # expect: ab
print('x', end='')  # expect: xy
print('y', file=sys.stdout, flush=True)
print(*'abc', sep=', ')  # expect: a, b, c
print('a', sep=None, end=None)  # expect: a
print(attempt(lambda: print(1, sep=5)))  # expect: TypeError: sep must be None or a string, not int
print(attempt(lambda: print(1, end=5)))  # expect: TypeError: end must be None or a string, not int
print(attempt(lambda: print(1, foo=5)))  # expect: TypeError: 'foo' is an invalid keyword argument for this function
print(attempt(lambda: print(1, file=5)))  # expect: AttributeError: 'int' object has no attribute 'write'
class W:
    def __init__(self):
        self.got = []
    def write(self, text):
        self.got.append(text)
w = W()
print('a', 5, file=w)
print(end='', file=w)
print(w.got)  # expect: ['a', ' ', '5', '\n', '']
print(attempt(lambda: print(1, file=w, flush=True)))  # expect: AttributeError: 'W' object has no attribute 'flush'
