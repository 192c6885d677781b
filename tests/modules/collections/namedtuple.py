from collections import namedtuple


def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


P = namedtuple('P', 'x y')
p = P(1, y=2)
print(p, p.x, p[1], p._fields, p._asdict(), p._replace(x=5), P._make([3, 4]), tuple(p), p == (1, 2), len(p), hash(p) == hash((1, 2)))  # expect: P(x=1, y=2) 1 2 ('x', 'y') OrderedDict([('x', 1), ('y', 2)]) P(x=5, y=2) P(x=3, y=4) (1, 2) True 2 True
a, b = p
print(a, b, namedtuple('Q', ['a', 'b'])(1, 2), namedtuple('R', 'a, b')(1, 2), namedtuple('S', 'a def a', rename=True)._fields, P.__name__, P.__doc__, P.x.__doc__)  # expect: 1 2 Q(a=1, b=2) R(a=1, b=2) ('a', '_1', '_2') P P(x, y) Alias for field number 0
print(attempt(lambda: P(1)))  # expect: TypeError: __new__() missing 1 required positional argument: 'y'
print(attempt(lambda: P(1, 2, 3)))  # expect: TypeError: __new__() takes 3 positional arguments but 4 were given
print(attempt(lambda: P(1, 2, x=1)))  # expect: TypeError: __new__() got multiple values for argument 'x'
print(attempt(lambda: P(1, z=2)))  # expect: TypeError: __new__() got an unexpected keyword argument 'z'
print(attempt(lambda: namedtuple('X', 'a a')))  # expect: ValueError: Encountered duplicate field name: 'a'
print(attempt(lambda: namedtuple('X', 'def')))  # expect: ValueError: Type names and field names cannot be a keyword: 'def'
print(attempt(lambda: namedtuple('X', '_a')))  # expect: ValueError: Field names cannot start with an underscore: '_a'
print(attempt(lambda: namedtuple('1X', 'a')))  # expect: ValueError: Type names and field names must be valid identifiers: '1X'
print(attempt(lambda: p._replace(z=1)))  # expect: ValueError: Got unexpected field names: ['z']
print(attempt(lambda: P._make([1])))  # expect: TypeError: Expected 2 arguments, got 1
def put():
    p.x = 5
print(attempt(lambda: put()))  # expect: AttributeError: can't set attribute
class Sub(P):
    def total(self):
        return self.x + self.y
print(Sub(1, 2).total(), Sub(1, 2))  # expect: 3 Sub(x=1, y=2)
