import sys


def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


def f():
    frame = sys._getframe()
    return frame.f_code.co_name, frame.f_back.f_code.co_name, sorted(frame.f_locals) == ['frame'], frame.f_lineno, frame.f_globals is globals()
print(f())  # expect: ('f', '<module>', True, 13, True)
def g():
    return sys._getframe(1).f_code.co_name
def h():
    return g()
print(h())  # expect: h
print(attempt(lambda: sys._getframe(1000)))  # expect: ValueError: call stack is not deep enough
