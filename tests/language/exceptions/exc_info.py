import sys
def kind():
    return sys.exc_info()[0] and sys.exc_info()[0].__name__
print(kind())  # expect: None
try:
    1 / 0
except ZeroDivisionError:
    print(kind())  # expect: ZeroDivisionError
    try:
        raise KeyError
    except KeyError:
        print(kind())  # expect: KeyError
    print(kind())  # expect: ZeroDivisionError
    def inner():
        return kind()
    print(inner())  # expect: ZeroDivisionError
print(kind())  # expect: None
def gen():
    try:
        raise ValueError
    except ValueError:
        yield kind()
        yield kind()
    yield kind()
g = gen()
print(next(g), kind(), next(g), next(g))  # expect: ValueError None ValueError None
try:
    raise OSError
except OSError:
    g = gen()
    print(next(g), kind(), next(g), next(g))  # expect: ValueError OSError ValueError OSError
try:
    pass
finally:
    print(kind())  # expect: None
