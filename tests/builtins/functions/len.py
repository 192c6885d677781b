def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(len(''), len([1]), len({}), len(range(5)), len(b'ab'), len({1, 2}), len(()))  # expect: 0 1 0 5 2 2 0
class L:
    def __init__(self, n):
        self.n = n
    def __len__(self):
        return self.n
print(len(L(3)), len(L(True)))  # expect: 3 1
print(attempt(lambda: len(L(-1))))  # expect: ValueError: __len__() should return >= 0
print(attempt(lambda: len(L('a'))))  # expect: TypeError: 'str' object cannot be interpreted as an integer
print(attempt(lambda: len(L(1.5))))  # expect: TypeError: 'float' object cannot be interpreted as an integer
print(attempt(lambda: len(L(2**70))))  # expect: OverflowError: cannot fit 'int' into an index-sized integer
print(attempt(lambda: len(5)))  # expect: TypeError: object of type 'int' has no len()
print(attempt(lambda: len()))  # expect: TypeError: len() takes exactly one argument (0 given)
print(attempt(lambda: len([], [])))  # expect: TypeError: len() takes exactly one argument (2 given)
print(attempt(lambda: len(None)))  # expect: TypeError: object of type 'NoneType' has no len()
print(attempt(lambda: len(int)))  # expect: TypeError: object of type 'type' has no len()
