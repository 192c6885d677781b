# Modules that import each other: what each sees of the other while it is being made.
import importlib, sys
from _files import Files, attempt

FILES = {
    'a_whole.py': 'import b_whole\nvalue = 1\ndef get(): return b_whole.value\n',
    'b_whole.py': 'import a_whole\nseen = hasattr(a_whole, "value")\nvalue = 2\ndef get(): return a_whole.value\n',
    'a_name.py': 'from b_name import value\nother = 1\n',
    'b_name.py': 'from a_name import other\nvalue = 2\n',
    'a_late.py': 'other = 1\nfrom b_late import value\n',
    'b_late.py': 'from a_late import other\nvalue = other + 1\n',
    'a_star.py': 'first = 1\nimport b_star\nlast = 2\n',
    'b_star.py': 'from a_star import *\nnames = sorted(n for n in globals() if not n.startswith("_"))\n',
    'pack/__init__.py': 'from . import one\nfrom .two import deux\n',
    'pack/one.py': 'import pack.two\nfrom . import two\nfrom pack import two as again\nsame = two is again is pack.two\n',
    'pack/two.py': 'import pack\nfrom pack import one\nsees = "deux" in dir(pack)\ndeux = one\n',
    'as_pack/__init__.py': 'import as_pack.left\n',
    'as_pack/left.py': 'import as_pack.right as right\n',
    'as_pack/right.py': 'import as_pack.left as left\n',
    'self_import.py': 'import self_import\nme = self_import\nfrom self_import import me as again\n',
    'self_missing.py': 'from self_missing import nothing\n',
    'fails_a.py': 'import fails_b\n',
    'fails_b.py': 'import fails_a\nraise ValueError("b")\n',
    'removes.py': 'import sys\ndel sys.modules[__name__]\n',
    'replaces.py': 'import sys\nclass Other: x = 5\nsys.modules[__name__] = Other()\n',
    'nones.py': 'import sys\nsys.modules[__name__] = None\n',
}


def load(name, *attributes):
    module = importlib.import_module(name)
    return [getattr(module, a) for a in attributes]


with Files(FILES, 'circular') as files:
    attempt(load, 'a_whole', 'value')  # expect: [1]
    attempt(lambda: (sys.modules['b_whole'].seen, sys.modules['b_whole'].get(), sys.modules['a_whole'].get()))  # expect: (False, 1, 2)
    attempt(load, 'a_name')  # expect: ImportError: cannot import name 'other'
    print([n in sys.modules for n in ('a_name', 'b_name')])  # expect: [False, False]
    attempt(load, 'b_name')  # expect: ImportError: cannot import name 'value'
    attempt(load, 'a_late', 'other', 'value')  # expect: [1, 2]
    files.forget('a_late', 'b_late')
    attempt(load, 'b_late')  # expect: ImportError: cannot import name 'value'
    attempt(load, 'a_star', 'last')  # expect: [2]
    print(sys.modules['b_star'].names)  # expect: ['first']
    attempt(load, 'pack')  # expect: []
    print(sorted(n for n in sys.modules if n.startswith('pack')))  # expect: ['pack', 'pack.one', 'pack.two']
    attempt(lambda: sys.modules['pack.one'].same)  # expect: True
    attempt(load, 'as_pack')  # expect: AttributeError: module 'as_pack' has no attribute 'left'
    print(sorted(n for n in sys.modules if n.startswith('as_pack')))  # expect: []
    attempt(lambda: load('self_import', 'me')[0] is sys.modules['self_import'])  # expect: True
    attempt(load, 'self_missing')  # expect: ImportError: cannot import name 'nothing'
    attempt(load, 'fails_a')  # expect: ValueError: b
    print([n in sys.modules for n in ('fails_a', 'fails_b')])  # expect: [False, False]
    attempt(load, 'removes')  # expect: KeyError: 'removes'
    attempt(__import__, 'removes')  # expect: KeyError: 'removes'
    attempt(load, 'replaces', 'x')  # expect: [5]
    attempt(lambda: __import__('replaces').x)  # expect: 5
    attempt(load, 'nones')  # expect: []
    attempt(load, 'nones')  # expect: ModuleNotFoundError: import of nones halted; None in sys.modules
    attempt(__import__, 'nones')  # expect: ModuleNotFoundError: import of nones halted; None in sys.modules
