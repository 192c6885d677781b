from functools import wraps, total_ordering, cmp_to_key, singledispatch


def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


def deco(f):
    @wraps(f)
    def wrapper(*a):
        "wrapper doc"
        return f(*a)
    return wrapper
@deco
def named(x):
    "original"
    return x
print(named.__name__, named.__doc__, named(5), named.__wrapped__.__name__, named.__module__)  # expect: named original 5 named __main__
@total_ordering
class V:
    def __init__(self, v):
        self.v = v
    def __eq__(self, o):
        return self.v == o.v
    def __lt__(self, o):
        return self.v < o.v
print(V(1) <= V(1), V(2) > V(1), V(1) >= V(2), V(1) != V(2))  # expect: True True False True
print(sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)))  # expect: [3, 2, 1]
@singledispatch
def show(x):
    return 'object'
@show.register(int)
def _(x):
    return 'int'
@show.register(list)
def _(x):
    return 'list'
print(show(1), show([]), show('a'), show(True), show.dispatch(bool).__name__)  # expect: int list object int _
print(attempt(lambda: total_ordering(type('E', (), {}))))  # expect: ValueError: must define at least one ordering operation: < > <= >=
