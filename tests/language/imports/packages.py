import _pkg  # expect: importing _pkg
print(_pkg.NAME, _pkg.__name__, _pkg.__package__, hasattr(_pkg, 'sub'))  # expect: package _pkg _pkg False
import _pkg.sub
print(_pkg.sub.VALUE, _pkg.sub.__name__, _pkg.sub.__package__)  # expect: sub value _pkg.sub _pkg
import _pkg.sub as alias
print(alias is _pkg.sub)  # expect: True
from _pkg import sub, NAME as n, other
print(sub.VALUE, n, other.__name__, other.relative, other.parent)  # expect: sub value package _pkg.other sub value package
from _pkg.deep import leaf
print(leaf.path, leaf.up)  # expect: _pkg.deep.leaf sub value
import _pkg.deep.leaf
print(_pkg.deep.leaf is leaf)  # expect: True
import sys
print(sorted(k for k in sys.modules if k.startswith('_pkg')))  # expect: ['_pkg', '_pkg.deep', '_pkg.deep.leaf', '_pkg.other', '_pkg.sub']
print(_pkg.__file__.replace('\\', '/').split('/')[-2:], type(_pkg.__path__).__name__)  # expect: ['_pkg', '__init__.py'] list
