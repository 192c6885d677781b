# An exception thrown into a generator that has not begun passes by the handlers around its first statement.
def g():
    while True:
        try:
            print((yield))
        except ValueError as e:
            print('caught', e)


def with_finally():
    try:
        yield 1
    finally:
        print('finally')


def attempt(call, *args):
    try:
        return call(*args)
    except Exception as error:
        trace = error.__traceback__.tb_next
        return type(error).__name__, str(error), trace.tb_lineno, trace.tb_lasti, trace.tb_frame.f_lasti


print(attempt(g().throw, ValueError, 7))  # expect: ('ValueError', '7', 2, -1, -1)
print(attempt(with_finally().throw, KeyError))  # expect: ('KeyError', '', 10, -1, -1)
x = with_finally()
print(attempt(x.throw, KeyError, 1), x.gi_frame, list(x))  # expect: ('KeyError', '1', 10, -1, -1) None []
print(attempt(with_finally().close))  # expect: None
try:
    with_finally().throw(GeneratorExit)
except GeneratorExit as e:
    print(e.__traceback__.tb_next.tb_lineno)  # expect: 10
x = g()
for name in 'gi_running', 'gi_frame', 'gi_code':
    try:
        setattr(x, name, 1)
    except AttributeError as e:
        print(e)
# expect: readonly attribute
# expect: readonly attribute
# expect: readonly attribute
async def c():
    pass
x = c()
print('coroutine' in x.send.__doc__)  # expect: True
try:
    x.cr_running = 1
except AttributeError as e:
    print(e)  # expect: readonly attribute
x.close()
