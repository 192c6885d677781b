from functools import lru_cache


def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


calls = []
@lru_cache(maxsize=2)
def square(x):
    "doc"
    calls.append(x)
    return x * x
print(square(2), square(2), square(3), square(4), square(2), calls, square.cache_info(), square.__name__, square.__doc__, square.__wrapped__(9))  # expect: 4 4 9 16 4 [2, 3, 4, 2, 9] CacheInfo(hits=1, misses=4, maxsize=2, currsize=2) square doc 81
square.cache_clear()
print(square.cache_info())  # expect: CacheInfo(hits=0, misses=0, maxsize=2, currsize=0)
@lru_cache(None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(100), fib.cache_info())  # expect: 354224848179261915075 CacheInfo(hits=98, misses=101, maxsize=None, currsize=101)
@lru_cache(maxsize=0)
def none(x):
    return x
print(none(1), none(1), none.cache_info())  # expect: 1 1 CacheInfo(hits=0, misses=2, maxsize=0, currsize=0)
@lru_cache(typed=True)
def typed(x):
    return type(x).__name__
print(typed(1), typed(1.0), typed(True))  # expect: int float bool
print(attempt(lambda: square([])))  # expect: TypeError: unhashable type: 'list'
print(attempt(lambda: lru_cache(5)(6)))  # expect: TypeError: the first argument must be callable
@lru_cache()
def kw(a, b=2):
    return a + b
print(kw(1), kw(1, 2), kw(a=1), kw(1, b=2), kw.cache_info())  # expect: 3 3 3 3 CacheInfo(hits=0, misses=4, maxsize=128, currsize=4)
