def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(pow(2, 10), pow(2, 10, 1000), pow(3, -1) == 1 / 3, pow(-3, 3, 5), pow(3, 3, -5), pow(5, 0, 1))  # expect: 1024 24 True 3 -3 0
print(pow(3, 12345, 10**20), pow(2**70, 3, 2**61 - 1), (2).__pow__(3, 5))  # expect: 53440836608065156643 134217728 3
print(attempt(lambda: pow(2, 3, 0)))  # expect: ValueError: pow() 3rd argument cannot be 0
print(attempt(lambda: pow(2.0, 3, 5)))  # expect: TypeError: pow() 3rd argument not allowed unless all arguments are integers
print(attempt(lambda: pow(2)))  # expect: TypeError: pow expected at least 2 arguments, got 1
print(attempt(lambda: pow('a', 2)))  # expect: TypeError: unsupported operand type(s) for ** or pow(): 'str' and 'int'
