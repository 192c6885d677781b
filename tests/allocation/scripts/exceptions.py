# Raising, chaining, finally, with, custom exceptions, tracebacks.
class Problem(Exception):
    def __init__(self, code):
        super().__init__('problem', code)
        self.code = code

class Manager:
    def __enter__(self):
        return self
    def __exit__(self, kind, error, traceback):
        self.seen = kind
        return kind is Problem

def fail(n):
    try:
        if n:
            return fail(n - 1)
        raise KeyError('inner')
    except KeyError as error:
        raise Problem(n) from error
    finally:
        n += 1

def attempt():
    for i in range(3):
        try:
            with Manager() as manager:
                fail(i)
            assert manager.seen is Problem
        except MemoryError:
            raise
        else:
            continue
        finally:
            i += 1
attempt()
try:
    fail(2)
except Problem as error:
    assert error.code == 0 or error.code >= 0
    assert isinstance(error.__cause__, KeyError)
    trace = error.__traceback__
    while trace:
        assert trace.tb_lineno > 0
        trace = trace.tb_next
for wrong in (lambda: [][1], lambda: {}['x'], lambda: 1 / 0, lambda: None.missing, lambda: int('x'), lambda: 'a' + 1):
    try:
        wrong()
    except MemoryError:
        raise
    except Exception as error:
        assert str(error)
