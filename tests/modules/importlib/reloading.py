# importlib.reload(): the same module object runs its source again.
import importlib, os, sys
from _files import Files, attempt

FILES = {
    'plain.py': 'try:\n    count += 1\nexcept NameError:\n    count = 1\nkept = object()\n',
    'pack/__init__.py': 'n = globals().get("n", 0) + 1\n', 'pack/sub.py': 'm = globals().get("m", 0) + 1\n',
    'broken.py': 'value = 1\n',
    'moves.py': 'where = "file"\n',
    'swaps.py': 'import sys\nclass Other: pass\nother = Other()\n',
}

with Files(FILES, 'reloading') as files:
    import plain
    before, spec, old = plain, plain.__spec__, plain.kept
    plain.extra = 'stays'
    again = importlib.reload(plain)
    print(again is before, plain.count, plain.extra, plain.kept is old, plain.__spec__ is spec, plain.__spec__ == spec)  # expect: True 2 stays False False True
    attempt(importlib.reload, 'plain')  # expect: TypeError: reload() argument must be a module
    attempt(importlib.reload, type(sys)('made'))  # expect: ImportError: module made not in sys.modules
    sys.modules['made'] = made = type(sys)('made')
    attempt(importlib.reload, made)  # expect: AttributeError: 'NoneType' object has no attribute 'name'
    files.forget('plain')
    attempt(importlib.reload, before)  # expect: ImportError: module plain not in sys.modules
    import pack.sub
    importlib.reload(pack)
    print(pack.n, pack.sub.m)  # expect: 2 1
    print(importlib.reload(pack.sub).m, sys.modules['pack.sub'].m)  # expect: 2 2
    del sys.modules['pack']
    attempt(importlib.reload, sys.modules['pack.sub'])  # expect: ImportError: parent 'pack' not in sys.modules
    import broken
    files.write({'broken.py': 'value = 2\nraise RuntimeError("no")\n'})
    attempt(importlib.reload, broken)  # expect: RuntimeError: no
    print(broken.value, 'broken' in sys.modules, sys.modules['broken'] is broken)  # expect: 2 True True
    files.write({'broken.py': 'value = = 3\n'})
    attempt(lambda: importlib.reload(broken) and None)  # expect: SyntaxError: invalid syntax (broken.py, line 1)
    print(broken.value)  # expect: 2
    os.remove(os.path.join(files.folder, 'broken.py'))
    importlib.invalidate_caches()
    attempt(importlib.reload, broken)  # expect: AttributeError: 'NoneType' object has no attribute 'name'
    import moves
    os.remove(os.path.join(files.folder, 'moves.py'))
    files.write({'moves/__init__.py': 'where = "package"\n'})
    importlib.invalidate_caches()
    importlib.reload(moves)
    print(moves.where, files.short(moves.__path__[0]), files.short(moves.__file__), moves.__package__)  # expect: package HERE/moves HERE/moves/__init__.py moves
    import swaps
    files.write({'swaps.py': 'import sys\nsys.modules[__name__] = "text"\n'})
    attempt(importlib.reload, swaps)  # expect: text
    attempt(importlib.reload, sys)  # expect: <module 'sys' (built-in)>
    print(importlib.reload(sys) is sys)  # expect: True
    import math
    math.extra = 1
    print(importlib.reload(math) is math, math.extra)  # expect: True 1
