# Built-in types have __getattribute__ on their own: as a first base they come before another base's.
class Loud:
    def __getattribute__(self, name):
        return 'loud ' + name
for base in (dict, list, tuple, set, frozenset, int, float, complex, str, bytes, bytearray, Exception, property):
    made = type('Made', (base, Loud), {})
    try:
        shown = made().missing
    except AttributeError as error:
        shown = error
    print(base.__name__, shown)
# expect: dict 'Made' object has no attribute 'missing'
# expect: list 'Made' object has no attribute 'missing'
# expect: tuple 'Made' object has no attribute 'missing'
# expect: set 'Made' object has no attribute 'missing'
# expect: frozenset 'Made' object has no attribute 'missing'
# expect: int 'Made' object has no attribute 'missing'
# expect: float 'Made' object has no attribute 'missing'
# expect: complex 'Made' object has no attribute 'missing'
# expect: str 'Made' object has no attribute 'missing'
# expect: bytes 'Made' object has no attribute 'missing'
# expect: bytearray 'Made' object has no attribute 'missing'
# expect: Exception 'Made' object has no attribute 'missing'
# expect: property 'Made' object has no attribute 'missing'
print(type('Loud2', (Loud, dict), {})().missing)  # expect: loud missing
from functools import partial
import _weakref, _thread, _io
for cls in (dict, list, int, BaseException, ValueError, bool, type, object, super, slice, staticmethod, classmethod,
            property, partial, type(len), type(print.__self__), type(None), type(NotImplemented), type(...),
            type(lambda: 0), _weakref.ref, type(_thread.allocate_lock()), _io._IOBase, _io.FileIO, _io.BytesIO):
    print(cls.__name__, '__getattribute__' in vars(cls))
# expect: dict True
# expect: list True
# expect: int True
# expect: BaseException True
# expect: ValueError False
# expect: bool False
# expect: type True
# expect: object True
# expect: super True
# expect: slice True
# expect: staticmethod False
# expect: classmethod False
# expect: property True
# expect: partial True
# expect: builtin_function_or_method True
# expect: module True
# expect: NoneType False
# expect: NotImplementedType False
# expect: ellipsis True
# expect: function False
# expect: weakref False
# expect: lock False
# expect: _IOBase False
# expect: FileIO True
# expect: BytesIO False
print(dict.__getattribute__ is object.__getattribute__, dict.__getattribute__)  # expect: False <slot wrapper '__getattribute__' of 'dict' objects>
print(dict.__getattribute__({}, 'get').__name__)  # expect: get
try:
    dict.__getattribute__([], 'append')
except TypeError as error:
    print(error)  # expect: descriptor '__getattribute__' requires a 'dict' object but received a 'list'
class Late(list):
    pass
late = Late()
print(hasattr(late, 'missing'))  # expect: False
Late.__getattribute__ = lambda self, name: name
print(late.missing)  # expect: missing
del Late.__getattribute__
print(hasattr(late, 'missing'))  # expect: False
class Falls(dict):
    def __getattr__(self, name):
        return 'falls back for ' + name
print(Falls().missing, Falls(a=1).get('a'))  # expect: falls back for missing 1
class Calls(Falls, Loud):
    def __getattribute__(self, name):
        return super().__getattribute__(name)
print(Calls().missing, Calls(a=1).get('a'))  # expect: falls back for missing 1
