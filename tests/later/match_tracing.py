# Line events, tracebacks and the instructions themselves.
import dis
import sys


def lines(function, *args):
    seen = []

    def trace(frame, event, arg):
        if event == 'line' and frame.f_code is function.__code__:
            seen.append(frame.f_lineno - function.__code__.co_firstlineno)
        return trace
    old = sys.gettrace()
    sys.settrace(trace)
    try:
        result = function(*args)
    finally:
        sys.settrace(old)
    return seen, result


def f(command):                                         # 0
    match command.split():                              # 1
        case ["go", direction] if direction in "nesw":  # 2
            return f"go {direction}"                    # 3
        case ["go", _]:                                 # 4
            return "no go"                              # 5
        case _:                                         # 6
            return "default"                            # 7


print(lines(f, 'go n'), lines(f, 'go x'), lines(f, 'spam'))  # expect: ([1, 2, 3], 'go n') ([1, 2, 4, 5], 'no go') ([1, 2, 4, 6, 7], 'default')


def g(command):                                         # 0
    match command.split():                              # 1
        case ["go", direction] if direction in "nesw":  # 2
            return f"go {direction}"                    # 3
        case ["go", _]:                                 # 4
            return "no go"                              # 5
        case x:                                         # 6
            return x                                    # 7


print(lines(g, 'go n'), lines(g, 'go x'), lines(g, 'spam'))  # expect: ([1, 2, 3], 'go n') ([1, 2, 4, 5], 'no go') ([1, 2, 4, 6, 7], ['spam'])


def h(x):                       # 0
    match x:                    # 1
        case _:                 # 2
            x = 'default'       # 3
    return x                    # 4


print(lines(h, 1))  # expect: ([1, 2, 3, 4], 'default')


def i(x):                       # 0
    y = 0                       # 1
    match x:                    # 2
        case [1, a]:            # 3
            y = a               # 4
        case {'k': a}:          # 5
            y = a               # 6
        case int() | str():     # 7
            y = 5               # 8
    return y                    # 9


for value in ([1, 2], [2, 2], {'k': 3}, {'j': 3}, 4, 'x', None):
    print(lines(i, value))
# expect: ([1, 2, 3, 4, 9], 2)
# expect: ([1, 2, 3, 5, 7, 9], 0)
# expect: ([1, 2, 3, 5, 6, 9], 3)
# expect: ([1, 2, 3, 5, 7, 9], 0)
# expect: ([1, 2, 3, 5, 7, 8, 9], 5)
# expect: ([1, 2, 3, 5, 7, 8, 9], 5)
# expect: ([1, 2, 3, 5, 7, 9], 0)


def where(function, *args):
    try:
        function(*args)
    except Exception as e:
        tb = e.__traceback__
        while tb.tb_next and tb.tb_next.tb_frame.f_code is function.__code__:
            tb = tb.tb_next
        while tb.tb_frame.f_code is not function.__code__:
            tb = tb.tb_next
        print(type(e).__name__, e, tb.tb_lineno - function.__code__.co_firstlineno)


def failing(x):                 # 0
    match x:                    # 1
        case [1, a]:            # 2
            pass                # 3
        case {'k': Missing}:    # 4
            raise KeyError      # 5
        case Undefined():       # 6
            pass                # 7
        case _:                 # 8
            pass                # 9


where(failing, 5)  # expect: NameError name 'Undefined' is not defined 6
where(failing, {'k': 1})  # expect: KeyError  5


def failing_subject():          # 0
    match (1,                   # 1
           undefined,           # 2
           3):                  # 3
        case [a, b]: pass       # 4


where(failing_subject)  # expect: NameError name 'undefined' is not defined 2
# A profile of calls sees the methods that patterns use.
calls = []


class Length:
    def __len__(self): return 2
    def __getitem__(self, i): return i


import collections.abc
collections.abc.Sequence.register(Length)


def profile(frame, event, arg):
    if event == 'call': calls.append(frame.f_code.co_name)


def use():
    match Length():
        case [_, *_, 5]: return 'wrong'
        case [_, x, *_]: return x


sys.setprofile(profile)
try:
    result = use()
finally:
    sys.setprofile(None)
print(calls, result)  # expect: ['use', '__len__', '__len__', '__getitem__', '__len__', '__getitem__'] 1
