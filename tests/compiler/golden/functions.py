def defaults(a, b=1, *args, c, d=2, e=(1, 2), **kwargs): return a, b, c, d, e, args, kwargs

def annotated(a: int, b: 'str' = 1, *args: list, c: dict = {}, **kwargs: set) -> None:
    """Documentation."""

def only_doc():
    'doc'

def doc_and_code():
    'doc'
    return 'doc'

def not_a_doc():
    f'x'
    b'x'

@decorator
@decorator.with_args(1)
def decorated(): pass

def lambdas():
    return lambda: 0, lambda x, *y, z=1, **w: (x, y, z, w), lambda: (yield), [lambda: 0, lambda: 0]

def keyword_only(*, a, b=2): pass

def inner_defaults(x=lambda y=1: y): return x
