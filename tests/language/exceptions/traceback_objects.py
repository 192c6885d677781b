import sys
def a():
    raise ValueError('x')
def b():
    a()
try:
    b()
except ValueError as e:
    tb = e.__traceback__
    names = []
    while tb:
        names.append((tb.tb_frame.f_code.co_name, tb.tb_lineno, tb.tb_lasti >= 0))
        tb = tb.tb_next
    print(names)  # expect: [('<module>', 7, True), ('b', 5, True), ('a', 3, True)]
    print(e.__traceback__ is sys.exc_info()[2])  # expect: True
    try:
        raise e
    except ValueError as again:
        depth = 0
        tb = again.__traceback__
        while tb:
            depth += 1
            tb = tb.tb_next
        print(depth)  # expect: 4
try:
    raise KeyError('k').with_traceback(None)
except KeyError as e:
    print(e.__traceback__.tb_next)  # expect: None
