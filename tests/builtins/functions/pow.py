def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(pow(2, 3), pow(2, 3, 5), pow(2.0, 3), pow(2, -1), pow(1j, 2), pow(True, 5), pow(0, 0), pow(7, 0, 1))  # expect: 8 3 8.0 0.5 (-1+0j) 1 1 0
class P:
    def __pow__(self, other, mod=None):
        return 'pow', other, mod
    def __rpow__(self, other):
        return 'rpow', other
print(pow(P(), 2), pow(P(), 2, 3), pow(2, P()), P() ** 5, 5 ** P())  # expect: ('pow', 2, None) ('pow', 2, 3) ('rpow', 2) ('pow', 5, None) ('rpow', 5)
print(attempt(lambda: pow(2, 3, 0)))  # expect: ValueError: pow() 3rd argument cannot be 0
print(attempt(lambda: pow('a', 1)))  # expect: TypeError: unsupported operand type(s) for ** or pow(): 'str' and 'int'
print(attempt(lambda: pow(1)))  # expect: TypeError: pow expected at least 2 arguments, got 1
print(attempt(lambda: pow(2, 2, 1.5)))  # expect: TypeError: pow() 3rd argument not allowed unless all arguments are integers
print(attempt(lambda: pow(2, P(), 3)))  # expect: TypeError: unsupported operand type(s) for pow(): 'int', 'P', 'int'
