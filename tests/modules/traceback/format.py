import traceback, sys
def f(n):
    return f(n-1) if n else 1/0
class X(Exception):
    def __str__(self): raise KeyError
def show(fn):
    try: fn()
    except BaseException: print(traceback.format_exc())
show(lambda: f(2)); show(lambda: f(10))
def chained():
    try: f(1)
    except Exception as e: raise ValueError("v") from e
show(chained)
def ctx():
    try: f(1)
    except Exception as e: raise X(3)
show(ctx)
def sup():
    try: f(1)
    except Exception as e: raise KeyError(3) from None
show(sup)
def syn(): raise SyntaxError("msg", ("file", 3, 5, "  abc def\n"))
show(syn)
print(traceback.format_exception_only(ValueError, ValueError("x")), traceback.format_exception_only(ValueError, ValueError()))
print(traceback.format_exception_only(SyntaxError, SyntaxError("m")))
try: f(3)
except Exception as e:
    tb = e.__traceback__
    print(traceback.format_tb(tb, 1), traceback.format_tb(tb, -1))
    s = traceback.extract_tb(tb); print(s[0], s[0] == (s[0].filename, s[0].lineno, s[0].name, s[0].line), list(s[0]))
    print(str(traceback.TracebackException.from_exception(e)))
    traceback.print_exc(file=sys.stdout)
    traceback.print_exception(type(e), e, tb, limit=1, chain=False, file=sys.stdout)
def g(): return traceback.format_stack()
print(g()); traceback.print_stack(file=sys.stdout)
print(traceback.format_exc())
print(traceback.format_list([("a.py", 1, "f", "line"), ("b.py", 2, "g", None)]))
