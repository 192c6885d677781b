import sys


def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


def imp(text):
    exec(text, {'__name__': '_pkg'})
print(attempt(lambda: imp('import no_such_module')))  # expect: ModuleNotFoundError: No module named 'no_such_module'
print(attempt(lambda: imp('import no.such.module')))  # expect: ModuleNotFoundError: No module named 'no'
print(attempt(lambda: imp('from math import nope')))  # expect: ImportError: cannot import name 'nope'
print(attempt(lambda: imp('from _pkg import nope')))  # expect: importing _pkg
# expect: ImportError: cannot import name 'nope'
print(attempt(lambda: imp('import _pkg.nope')))  # expect: ModuleNotFoundError: No module named '_pkg.nope'
print(attempt(lambda: imp('import math.nope')))  # expect: ModuleNotFoundError: No module named 'math.nope'; 'math' is not a package
print(attempt(lambda: imp('from . import x')))  # expect: ImportError: cannot import name 'x'
print(attempt(lambda: imp('import _broken')))  # expect: ValueError: module fails
print('_broken' in sys.modules)  # expect: False
print(attempt(lambda: imp('import _syntax')))  # expect: SyntaxError: invalid syntax (_syntax.py, line 1)
try:
    import no_such_module
except ImportError as e:
    print(type(e).__name__, e.name, e.path)  # expect: ModuleNotFoundError no_such_module None
try:
    from math import nope
except ImportError as e:
    print(type(e).__name__, e.name)  # expect: ImportError None
sys.modules['blocked'] = None
print(attempt(lambda: imp('import blocked')))  # expect: ModuleNotFoundError: import of blocked halted; None in sys.modules
sys.modules['fake'] = 5
print(attempt(lambda: imp('import fake')))  # expect: None
print(attempt(lambda: imp('from fake import real')))  # expect: None
print(attempt(lambda: imp('from fake import nope')))  # expect: ImportError: cannot import name 'nope'
