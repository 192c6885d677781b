def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


class A:
    @classmethod
    def make(cls, n=1):
        return cls.__name__, n
    @staticmethod
    def plain(n):
        return n
class B(A):
    pass
print(A.make(), B.make(2), B().make(3), A.plain(4), A().plain(5), A.make.__self__ is A, A.make.__func__.__name__, type(A.__dict__['make']).__name__, type(A.__dict__['plain']).__name__, A.__dict__['make'].__func__.__name__)  # expect: ('A', 1) ('B', 2) ('B', 3) 4 5 True make classmethod staticmethod make
print(attempt(lambda: A.__dict__['make']()))  # expect: TypeError: 'classmethod' object is not callable
print(attempt(lambda: classmethod()))  # expect: TypeError: classmethod expected 1 arguments, got 0
print(attempt(lambda: staticmethod(1, 2)))  # expect: TypeError: staticmethod expected 1 arguments, got 2
print(attempt(lambda: classmethod(5).__get__(None, A)()))  # expect: TypeError: 'int' object is not callable
