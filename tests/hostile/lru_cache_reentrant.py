from functools import lru_cache


def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


@lru_cache(maxsize=2)
def f(n):
    if n > 0:
        f.cache_clear()
        return f(n - 1)
    return 'end'
print(f(5), f.cache_info().currsize)  # expect: end 2
class K:
    def __init__(self, v): self.v = v
    def __hash__(self): return 1
    def __eq__(self, o):
        g.cache_clear()
        return True
@lru_cache(maxsize=2)
def g(k):
    return k.v
print(g(K(1)), g(K(2)) in (1, 2), g(K(3)) in (1, 2, 3))  # expect: 1 True True
class Bad:
    def __hash__(self): raise ValueError('hash')
print(attempt(lambda: g(Bad())))  # expect: ValueError: hash
@lru_cache(None)
def h(n):
    return h(n + 1)
print(attempt(lambda: h(0)))  # expect: RecursionError: maximum recursion depth exceeded while calling a Python object
