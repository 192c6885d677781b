def f():
    try:
        raise ValueError('a')
    except ValueError:
        try:
            raise KeyError('b')
        finally:
            raise TypeError('c')
try:
    f()
except TypeError as e:
    print(repr(e), repr(e.__context__), repr(e.__context__.__context__))  # expect: TypeError('c',) KeyError('b',) ValueError('a',)
def g():
    try:
        yield 1
    finally:
        raise KeyError('from close')
i = g()
next(i)
try:
    raise ValueError('active')
except ValueError:
    try:
        i.close()
    except KeyError as e:
        print(repr(e), repr(e.__context__), repr(e.__context__.__context__))  # expect: KeyError('from close',) GeneratorExit() ValueError('active',)
class CM:
    def __enter__(self): pass
    def __exit__(self, *a): raise OSError('exit')
try:
    with CM():
        raise ValueError('body')
except OSError as e:
    print(repr(e), repr(e.__context__))  # expect: OSError('exit',) ValueError('body',)
try:
    try: raise ValueError('x')
    except ValueError as e: raise e from e
except ValueError as e:
    print(e.__cause__ is e, e.__context__)  # expect: True None
