def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


class A:
    __x = 1
    def __init__(self):
        self.__y = 2
    def get(self, other):
        return self.__x, other.__y
    def __m(self):
        return 'A.__m'
    def call(self):
        return self.__m()
    __z__ = 'not mangled'
    def local(self, __p=5):
        __l = 6
        return sorted(locals()), [__l for __q in range(1)]
class _B(A):
    def __m(self):
        return 'B.__m'
    def kw(self, *, __k=1):
        return __k
print(A().get(A()), A._A__x, A().__dict__, A().call(), _B().call(), _B()._B__m(), A.__z__, A().local(), _B().kw(_B__k=3))  # expect: (1, 2) 1 {'_A__y': 2} A.__m A.__m B.__m not mangled (['_A__l', '_A__p', 'self'], [6]) 3
print(attempt(lambda: A().__x))  # expect: AttributeError: 'A' object has no attribute '__x'
class __:
    __x = 1
print(__._x if hasattr(__, '_x') else sorted(k for k in vars(__) if 'x' in k))  # expect: ['__x']
