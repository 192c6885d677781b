def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(divmod(7, 2), divmod(-7, 2), divmod(7.5, 2), divmod(True, 2), divmod(10**30, 7))  # expect: (3, 1) (-4, 1) (3.0, 1.5) (0, 1) (142857142857142857142857142857, 1)
class A:
    def __divmod__(self, other):
        return 'dm'
    def __rdivmod__(self, other):
        return 'rdm'
print(divmod(A(), 1), divmod(1, A()))  # expect: dm rdm
print(attempt(lambda: divmod(1)))  # expect: TypeError: divmod expected 2 arguments, got 1
print(attempt(lambda: divmod('a', 1)))  # expect: TypeError: unsupported operand type(s) for divmod(): 'str' and 'int'
print(attempt(lambda: divmod(1, 0)))  # expect: ZeroDivisionError: integer division or modulo by zero
