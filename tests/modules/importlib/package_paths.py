# __path__ and __package__ as a program may set them; relative imports follow them.
import importlib, os, sys
from _files import Files, attempt

FILES = {
    'pack/__init__.py': 'import os\n__path__.append(os.path.join(os.path.dirname(os.path.dirname(__file__)), "more"))\n',
    'pack/inside.py': 'v = "inside"\n', 'more/beside.py': 'v = "beside"\nfrom . import inside\n', 'more/inside.py': 'v = "hidden"\n',
    'strange/__init__.py': '__path__ = "HERE"\n', 'strange/x.py': '',
    'nopath/__init__.py': 'del __path__\n', 'nopath/x.py': '',
    'numbers_path/__init__.py': '__path__ = [1, None, b"x"]\n',
    'nonepath/__init__.py': '__path__ = None\n',
    'intpath/__init__.py': '__path__ = 5\n',
    'virtual.py': 'import os\n__path__ = [os.path.join(os.path.dirname(__file__), "pack")]\n',
    'tuples/__init__.py': '__path__ = tuple(__path__)\n', 'tuples/x.py': 'v = 1\n',
    'deep/__init__.py': '', 'deep/a/__init__.py': 'from .b import c\n', 'deep/a/b/__init__.py': '',
    'deep/a/b/c.py': 'from ... import a\nfrom ...d import v\nfrom .. import b as mine\n', 'deep/d.py': 'v = "d"\n',
    'deep/too.py': 'from ... import x\n', 'toplevel.py': 'from . import x\n', 'toplevel2.py': 'from .x import y\n',
    'subs/__init__.py': '__all__ = ["one", "missing"]\n', 'subs/one.py': 'v = 1\n',
    'allbad/__init__.py': '__all__ = ["x", 1]\nx = 1\n', 'allstr/__init__.py': '__all__ = "ab"\na = 1\nb = 2\n',
}

with Files(FILES, 'package_paths') as files:
    import pack.beside
    print(pack.beside.v, pack.beside.inside.v, [files.short(p) for p in pack.__path__])
    for name in ('strange.x', 'nopath.x', 'numbers_path.x', 'nonepath.x', 'intpath.x', 'pack.nothing', 'pack.inside.deeper',
                 'missing.x', 'os.path.join', 'sys.x'):
        attempt(importlib.import_module, name)
    import virtual.inside, tuples.x
    print(virtual.inside.v, tuples.x.v)
    import deep.a.b.c as c
    print(c.v, c.a.__name__, c.mine.__name__)
    for name in ('deep.too', 'toplevel', 'toplevel2'):
        attempt(importlib.import_module, name)
    for source in ('from subs import *', 'from allbad import *', 'from allstr import *'):
        space = {}
        try:
            exec(source, space)
        except Exception as error:
            print('%s: %s' % (type(error).__name__, error))
        print(sorted(n for n in space if n != '__builtins__'))

    import deep.d

    def relative(name, level, fromlist=('x',), **names):
        return __import__(name, names, None, fromlist, level).__name__

    for names in ({'__package__': 'deep'}, {'__package__': 'deep.a'}, {'__name__': 'deep.a', '__path__': []}, {'__name__': 'deep.d'},
                  {'__package__': ''}, {'__package__': None, '__name__': 'deep.d'}, {'__package__': 5}, {'__name__': 5}, {},
                  {'__package__': 'missing_parent'}, {'__spec__': deep.d.__spec__}, {'__spec__': deep.d.__spec__, '__package__': 'pack'}):
        attempt(relative, 'd', 1, **names)
    attempt(relative, 'd', 2, __package__='deep.a')
    attempt(relative, 'd', 3, __package__='deep.a')
    attempt(relative, '', 1, __package__='deep.a')
    attempt(relative, '', 0, __package__='deep.a')
    attempt(relative, 'd', -1, __package__='deep')
    attempt(relative, 'deep.d', 0, ())
    attempt(relative, 'deep.d', 0, ('v', 'nothing'))
    attempt(relative, 'deep.d', 0, (1,))
    attempt(__import__, 5)
    attempt(__import__, '')
    attempt(__import__, 'a..b')
    attempt(__import__, 'deep.')
    attempt(__import__, '.deep')
    attempt(importlib.import_module, '.d')
    attempt(importlib.import_module, '.d', 'deep')
    attempt(importlib.import_module, '..d', 'deep.a')
    attempt(importlib.import_module, '...d', 'deep.a')
    attempt(importlib.import_module, 'd', 5)
# expect: beside inside ['HERE/pack', 'HERE/more']
# expect: ModuleNotFoundError: No module named 'strange.x'
# expect: ModuleNotFoundError: No module named 'nopath.x'; 'nopath' is not a package
# expect: ModuleNotFoundError: No module named 'numbers_path.x'
# expect: ModuleNotFoundError: No module named 'nonepath.x'
# expect: TypeError: 'int' object is not iterable
# expect: ModuleNotFoundError: No module named 'pack.nothing'
# expect: ModuleNotFoundError: No module named 'pack.inside.deeper'; 'pack.inside' is not a package
# expect: ModuleNotFoundError: No module named 'missing'
# expect: ModuleNotFoundError: No module named 'os.path.join'; 'os.path' is not a package
# expect: ModuleNotFoundError: No module named 'sys.x'; 'sys' is not a package
# expect: inside 1
# expect: d deep.a deep.a.b
# expect: ValueError: attempted relative import beyond top-level package
# expect: ImportError: attempted relative import with no known parent package
# expect: ImportError: attempted relative import with no known parent package
# expect: AttributeError: module 'subs' has no attribute 'missing'
# expect: ['one']
# expect: TypeError: Item in allbad.__all__ must be str, not int
# expect: []
# expect: ['a', 'b']
# expect: deep.d
# expect: ModuleNotFoundError: No module named 'deep.a.d'
# expect: ModuleNotFoundError: No module named 'deep.a.d'
# expect: deep.d
# expect: ImportError: attempted relative import with no known parent package
# expect: deep.d
# expect: TypeError: package must be a string
# expect: TypeError: __name__ must be a string
# expect: KeyError: "'__name__' not in globals"
# expect: ModuleNotFoundError: No module named 'missing_parent'
# expect: deep.d
# expect: ModuleNotFoundError: No module named 'pack.d'
# expect: deep.d
# expect: ValueError: attempted relative import beyond top-level package
# expect: deep.a
# expect: ValueError: Empty module name
# expect: ValueError: level must be >= 0
# expect: deep
# expect: deep.d
# expect: deep.d
# expect: TypeError: __import__() argument 1 must be str, not int
# expect: ValueError: Empty module name
# expect: ModuleNotFoundError: No module named 'a'
# expect: ModuleNotFoundError: No module named 'deep.'
# expect: ValueError: Empty module name
# expect: TypeError: the 'package' argument is required to perform a relative import for '.d'
# expect: <module 'deep.d' from 'HERE/_made_package_paths/deep/d.py'>
# expect: <module 'deep.d' from 'HERE/_made_package_paths/deep/d.py'>
# expect: ValueError: attempted relative import beyond top-level package
# expect: ModuleNotFoundError: No module named 'd'
