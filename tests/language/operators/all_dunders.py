import operator


def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


names = 'add sub mul truediv floordiv mod pow lshift rshift and or xor matmul'.split()
def make(name):
    def forward(self, other):
        return name, other
    def backward(self, other):
        return 'r' + name, other
    def inplace(self, other):
        return 'i' + name, other
    return {'__%s__' % name: forward, '__r%s__' % name: backward, '__i%s__' % name: inplace}
ns = {}
for n in names:
    ns.update(make(n))
X = type('X', (), ns)
x = X()
print(x + 1, x - 1, x * 1, x / 1, x // 1, x % 1, x ** 1, x << 1, x >> 1, x & 1, x | 1, x ^ 1, x @ 1)  # expect: ('add', 1) ('sub', 1) ('mul', 1) ('truediv', 1) ('floordiv', 1) ('mod', 1) ('pow', 1) ('lshift', 1) ('rshift', 1) ('and', 1) ('or', 1) ('xor', 1) ('matmul', 1)
print(1 + x, 1 - x, 1 * x, 1 / x, 1 // x, 1 % x, 1 ** x, 1 << x, 1 >> x, 1 & x, 1 | x, 1 ^ x, 1 @ x)  # expect: ('radd', 1) ('rsub', 1) ('rmul', 1) ('rtruediv', 1) ('rfloordiv', 1) ('rmod', 1) ('rpow', 1) ('rlshift', 1) ('rrshift', 1) ('rand', 1) ('ror', 1) ('rxor', 1) ('rmatmul', 1)
for op in ['+=', '-=', '*=', '/=', '//=', '%=', '**=', '<<=', '>>=', '&=', '|=', '^=', '@=']:
    scope = {'y': X()}
    exec('y %s 5' % op, scope)
    print(op, scope['y'])
# expect: += ('iadd', 5)
# expect: -= ('isub', 5)
# expect: *= ('imul', 5)
# expect: /= ('itruediv', 5)
# expect: //= ('ifloordiv', 5)
# expect: %= ('imod', 5)
# expect: **= ('ipow', 5)
# expect: <<= ('ilshift', 5)
# expect: >>= ('irshift', 5)
# expect: &= ('iand', 5)
# expect: |= ('ior', 5)
# expect: ^= ('ixor', 5)
# expect: @= ('imatmul', 5)
class U:
    def __neg__(self): return 'neg'
    def __pos__(self): return 'pos'
    def __invert__(self): return 'inv'
    def __abs__(self): return 'abs'
print(-U(), +U(), ~U(), abs(U()))  # expect: neg pos inv abs
print(attempt(lambda: -object()))  # expect: TypeError: bad operand type for unary -: 'object'
print(attempt(lambda: ~1.5))  # expect: TypeError: bad operand type for unary ~: 'float'
print(attempt(lambda: +[]))  # expect: TypeError: bad operand type for unary +: 'list'
print(attempt(lambda: 1 @ 2))  # expect: TypeError: unsupported operand type(s) for @: 'int' and 'int'
