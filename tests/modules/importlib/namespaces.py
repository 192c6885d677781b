# Namespace packages: folders without __init__.py, gathered along the path, and followed when it changes.
import importlib, os, sys
from _files import Files, attempt

FILES = {
    'one/space/first.py': 'value = 1\n',
    'two/space/second.py': 'value = 2\n',
    'two/space/first.py': 'value = "hidden"\n',
    'two/space/deep/leaf.py': 'from .. import first\nvalue = first.value\n',
    'three/space/third.py': 'value = 3\n',
    'three/mixed/__init__.py': 'whole = True\n',
    'one/mixed/part.py': '',
    'module.py': '', 'module/inside.py': '',
    'regular/__init__.py': '', 'regular/sub/leaf.py': 'value = "leaf"\n', 'regular/sub/deep/bottom.py': 'value = "bottom"\n',
    'one/empty': None,
    'zeros/pkg/a.py': 'v = 0\n',
}


def parts(module):
    return [files.short(p) for p in module.__path__]


with Files(FILES, 'namespaces') as files:
    folder = files.folder
    sys.path[:0] = [os.path.join(folder, n) for n in ('one', 'two')]
    import space
    print(parts(space), hasattr(space, '__file__'), space.__package__, space.__spec__.name, space.__spec__.origin)  # expect: ['HERE/one/space', 'HERE/two/space'] False space space namespace
    print(type(space.__path__).__name__, len(space.__path__), files.short(list(space.__path__)[0]), space.__spec__.has_location)  # expect: _NamespacePath 2 HERE/one/space False
    print(files.short(repr(space)))  # expect: <module 'space' (namespace)>
    import space.first, space.second
    print(space.first.value, space.second.value, space.first.__package__)  # expect: 1 2 space
    import space.deep.leaf
    print(space.deep.leaf.value, parts(space.deep))  # expect: 1 ['HERE/two/space/deep']
    attempt(importlib.import_module, 'space.third')  # expect: ModuleNotFoundError: No module named 'space.third'
    sys.path.append(os.path.join(folder, 'three'))
    importlib.invalidate_caches()
    print(parts(space))  # expect: ['HERE/one/space', 'HERE/two/space', 'HERE/three/space']
    import space.third
    print(space.third.value)  # expect: 3
    sys.path.remove(os.path.join(folder, 'one'))
    print(parts(space))  # expect: ['HERE/two/space', 'HERE/three/space']
    print(os.path.join(folder, 'two', 'space') in space.__path__, 'x' in space.__path__)  # expect: True False
    # A regular package ends the search, wherever it lies on the path.
    sys.path.insert(0, os.path.join(folder, 'one'))
    import mixed
    print(parts(mixed), mixed.whole)  # expect: ['HERE/three/mixed'] True
    attempt(importlib.import_module, 'mixed.part')  # expect: ModuleNotFoundError: No module named 'mixed.part'
    # A module wins against a folder of the same name on the same path.
    import module
    print(hasattr(module, '__path__'))  # expect: False
    attempt(importlib.import_module, 'module.inside')  # expect: ModuleNotFoundError: No module named 'module.inside'; 'module' is not a package
    import regular.sub.leaf, regular.sub.deep.bottom
    print(parts(regular.sub), regular.sub.leaf.value, regular.sub.deep.bottom.value)  # expect: ['HERE/regular/sub'] leaf bottom
    import empty
    print(parts(empty))  # expect: ['HERE/one/empty']
    attempt(importlib.import_module, 'empty.nothing')  # expect: ModuleNotFoundError: No module named 'empty.nothing'
    # __path__ of a namespace can be changed, and replaced.
    space.__path__.append(os.path.join(folder, 'zeros', 'pkg'))
    attempt(importlib.import_module, 'space.a')   # the path of the parent has not changed  # expect: ModuleNotFoundError: No module named 'space.a'
    space.__path__ = [os.path.join(folder, 'zeros', 'pkg')]
    files.forget('space.first')
    attempt(importlib.import_module, 'space.first')  # expect: ModuleNotFoundError: No module named 'space.first'
    print(parts(space))  # expect: ['HERE/zeros/pkg']
    spec = importlib.util.find_spec('regular.sub') if hasattr(importlib, 'util') else None
    import importlib.util
    spec = importlib.util.find_spec('regular.sub.deep')
    print(spec.loader is None, spec.origin, [files.short(p) for p in spec.submodule_search_locations])  # expect: True namespace ['HERE/regular/sub/deep']
    made = importlib.util.module_from_spec(spec)
    print(made.__name__, [files.short(p) for p in made.__path__])  # expect: regular.sub.deep ['HERE/regular/sub/deep']
    attempt(importlib.reload, space)  # expect: <module 'space' (namespace)>
    del sys.path[0:1]
