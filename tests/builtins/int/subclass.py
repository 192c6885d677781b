class Money(int):
    def __add__(self, other):
        return Money(int(self) + int(other))
    def __repr__(self):
        return 'Money(%d)' % int(self)
m = Money(5)
print(m, str(m), '%d' % m, '{}'.format(m), '{:d}'.format(m), m + 1, 1 + m, m - 1, -m, m * 2)  # expect: 5 5 5 5 5 6 6 4 -5 10
print(type(m + 1).__name__, type(m * 2).__name__, type(-m).__name__, type(+m).__name__, isinstance(m, int))  # expect: Money int int int True
print(hash(m) == hash(5), m == 5, {5: 'a'}[m], [1, 2, 3, 4, 5, 6][m], abs(Money(-4)), int(m), bool(Money(0)))  # expect: True True a 6 4 5 False
