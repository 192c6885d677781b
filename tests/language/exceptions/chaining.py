def chain(e):
    out = []
    while e is not None:
        out.append((repr(e), e.__suppress_context__, e.__cause__ is not None))
        e = e.__cause__ or e.__context__
    return out
def implicit():
    try:
        1 / 0
    except ZeroDivisionError:
        raise KeyError('k')
def explicit():
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise KeyError('k') from e
def none():
    try:
        1 / 0
    except ZeroDivisionError:
        raise KeyError('k') from None
def in_finally():
    try:
        1 / 0
    finally:
        raise ValueError('f')
def with_class():
    raise KeyError from ValueError
def bad_cause():
    raise KeyError from 5
def reraise():
    try:
        1 / 0
    except ZeroDivisionError:
        try:
            raise KeyError('inner')
        except KeyError:
            pass
        raise
def self_chain():
    e = ValueError('same')
    try:
        raise e
    except ValueError:
        raise e
for f in [implicit, explicit, none, in_finally, with_class, bad_cause, reraise, self_chain]:
    try:
        f()
    except Exception as e:
        print(f.__name__, chain(e))
# expect: implicit [("KeyError('k',)", False, False), ("ZeroDivisionError('division by zero',)", False, False)]
# expect: explicit [("KeyError('k',)", True, True), ("ZeroDivisionError('division by zero',)", False, False)]
# expect: none [("KeyError('k',)", True, False), ("ZeroDivisionError('division by zero',)", False, False)]
# expect: in_finally [("ValueError('f',)", False, False), ("ZeroDivisionError('division by zero',)", False, False)]
# expect: with_class [('KeyError()', True, True), ('ValueError()', False, False)]
# expect: bad_cause [("TypeError('exception causes must derive from BaseException',)", False, False)]
# expect: reraise [("ZeroDivisionError('division by zero',)", False, False)]
# expect: self_chain [("ValueError('same',)", False, False)]
