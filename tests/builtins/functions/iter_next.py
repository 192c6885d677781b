def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(next(iter([1])), next(iter([]), 'd'), list(iter(lambda c=iter([1, 2, 3, 4]): next(c), 3)), iter(iter([])) is not None)  # expect: 1 d [1, 2] True
print(attempt(lambda: iter(5)))  # expect: TypeError: 'int' object is not iterable
print(attempt(lambda: iter(5, 5)))  # expect: TypeError: iter(v, w): v must be callable
print(attempt(lambda: next(5)))  # expect: TypeError: 'int' object is not an iterator
print(attempt(lambda: next([])))  # expect: TypeError: 'list' object is not an iterator
print(attempt(lambda: next(iter([]))))  # expect: StopIteration: 
print(attempt(lambda: iter()))  # expect: TypeError: iter expected at least 1 arguments, got 0
print(attempt(lambda: next()))  # expect: TypeError: next expected at least 1 arguments, got 0
class Old:
    def __getitem__(self, i):
        if i > 2:
            raise IndexError
        return i * 10
print(list(Old()), 20 in Old(), list(iter(Old())), max(Old()))  # expect: [0, 10, 20] True [0, 10, 20] 20
class BadIter:
    def __iter__(self):
        return 5
class NoneIter:
    __iter__ = None
    def __getitem__(self, i):
        return i
print(attempt(lambda: iter(BadIter())))  # expect: TypeError: iter() returned non-iterator of type 'int'
print(attempt(lambda: iter(NoneIter())))  # expect: TypeError: 'NoneIter' object is not iterable
print(attempt(lambda: list(BadIter())))  # expect: TypeError: iter() returned non-iterator of type 'int'
class NoNext:
    def __iter__(self):
        return self
print(attempt(lambda: iter(NoNext())))  # expect: TypeError: iter() returned non-iterator of type 'NoNext'
calls = iter(int, 1)
print(next(calls), next(calls), type(calls).__name__)  # expect: 0 0 callable_iterator
