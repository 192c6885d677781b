def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


a = [1]
print(a is a, a is [1], a is not None, None is None, 1 in (1, 2), 3 not in [1], 'b' in 'abc', 1 in {1: 2}, 1.0 in {1})  # expect: True False True True True True True True True
class C:
    def __contains__(self, x):
        return x
print(1 in C(), 0 in C(), 'x' not in C())  # expect: True False False
class I:
    def __iter__(self):
        return iter([1, 2])
print(2 in I(), 3 in I())  # expect: True False
print(attempt(lambda: 1 in 5))  # expect: TypeError: argument of type 'int' is not iterable
print(attempt(lambda: 1 in 'abc'))  # expect: TypeError: 'in <string>' requires string as left operand, not int
class E:
    __contains__ = None
print(attempt(lambda: 1 in E()))  # expect: TypeError: 'E' object is not a container
nan = float('nan')
print(nan in [nan], nan == nan, [nan] == [nan], (nan,) == (nan,), [nan].index(nan), {nan: 1} == {nan: 1})  # expect: True False True True 0 True
