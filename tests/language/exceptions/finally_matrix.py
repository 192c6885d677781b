# Every way out of try, except, else and finally, in a loop.
BODIES = ['pass', 'return "try"', 'break', 'continue', 'raise KeyError(1)', '1 / 0']
HANDLERS = ['pass', 'return "except"', 'raise', 'raise ValueError(2)', 'raise ValueError(3) from None', 'break']
FINALS = ['pass', 'return "finally"', 'break', 'raise TypeError(4)']


def describe(error):
    if error is None:
        return 'None'
    return '%s(%s)<-%s/%s' % (type(error).__name__, error, describe(error.__context__) if error.__context__ is not error else 'self', error.__suppress_context__)


def run(source):
    space = {'log': []}
    exec(source, space)
    try:
        return space['f'](), space['log']
    except Exception as error:
        return describe(error), space['log']


for body in BODIES:
    for handler in HANDLERS:
        for final in FINALS:
            print(body, '|', handler, '|', final, '|', *run('''
def f():
    for n in range(2):
        try:
            log.append('t')
            %s
        except KeyError as e:
            log.append('x')
            %s
        else:
            log.append('e')
        finally:
            log.append('f')
            %s
        log.append('end')
    else:
        log.append('else')
    return 'done'
''' % (body, handler, final)))
for body in BODIES[:2] + BODIES[4:]:
    for final in FINALS[:2] + FINALS[3:]:
        for drive in ('list(g())', 'next(g())', '(lambda i: (next(i), i.close()))(g())', '(lambda i: (next(i), i.throw(KeyError)))(g())', '(lambda i: (next(i), i.send(5)))(g())'):
            print(body, '|', final, '|', drive, '|', *run('''
def g():
    try:
        log.append((yield 1))
        %s
    except KeyError:
        log.append('x')
        yield 2
    finally:
        log.append('f')
        %s
    yield 3
def f():
    return %s
''' % (body, final, drive)))
