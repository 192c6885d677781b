from __future__ import print_function, generator_stop


def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


def f():
    pass
print(f())  # expect: None
def g():
    yield 1
    raise StopIteration
print(attempt(lambda: list(g())))  # expect: RuntimeError: generator raised StopIteration
def h():
    yield next(iter([]))
print(attempt(lambda: list(h())))  # expect: RuntimeError: generator raised StopIteration
...
None
1
'string statement'
def i(): ...
print(i())  # expect: None
