def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


class A:
    def __init__(self, v):
        self.v = v
    def __add__(self, o):
        return A(self.v + o)
    def __isub__(self, o):
        self.v -= o
        return self
    def __imul__(self, o):
        return NotImplemented
    def __mul__(self, o):
        return A(self.v * o)
    def __repr__(self):
        return 'A(%r)' % self.v
a = b = A(1)
a += 5
print(a, b)  # expect: A(6) A(1)
b -= 3
c = b
print(b, c is b)  # expect: A(-2) True
b *= 4
print(b, c)  # expect: A(-8) A(-2)
t = ([1], 2)
try:
    t[0] += [5]
except TypeError as e:
    print(e)  # expect: 'tuple' object does not support item assignment
print(t)  # expect: ([1, 5], 2)
def bad(x):
    x += 'a'
print(attempt(lambda: bad(1)))  # expect: TypeError: unsupported operand type(s) for +=: 'int' and 'str'
def bad2(x):
    x @= 2
print(attempt(lambda: bad2(1)))  # expect: TypeError: unsupported operand type(s) for @=: 'int' and 'int'
d = {'a': 1}
def k():
    print('key once')
    return 'a'
d[k()] += 5  # expect: key once
print(d)  # expect: {'a': 6}
