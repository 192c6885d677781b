from _cases import *

run(r"""
type(1)
type(int)
type(None)
type()
type(1, 2)
type('X', (), {}, 5)
type('X', (), {}).__name__
type(1.5).__name__
type(...).__name__
type(len).__name__
type(gen()).__name__
type('X', (int,), {}).__name__
type(5, (), {})
type('X', 5, {})
type('X', (), 5)
type('X', (5,), {})
type('X', (int, str), {})
type('X', (bool,), {})
type('X', (int,), {'__slots__': ['a']})
type('X', (), {'__slots__': 'a b'})
type('X', (), {'__slots__': ['a'], 'a': 1})
type('X\0', (), {})
type(b'X', (), {})
type('X', (), {'__slots__': 5})
type('X', (object, object), {})
type('X', (type(None),), {})
type('X', (), {'__init_subclass__': 1}, a=1)
type.mro(int)
type.mro(5)
int.__mro__
int.__bases__
type('X', (), {}).__bases__
type('X', (int,), {}).__base__
type('X', (), {'__doc__': 'd'}).__doc__
type('X', (), {'__qualname__': 'Q'}).__qualname__
type('X', (), {'__qualname__': 5})
int.__subclasscheck__(bool)
type.__call__(int, '5')
type.__instancecheck__(int, 5)
type('X', (), {})().__class__.__name__
type(SBytes(b'a') * 2)
type(STuple([1]) * 1)
type(STuple([1]) * 2)
type(SStr('a') * 1)
type(SBytes(b'a') * 1)
iter(b'ab').__reduce__()
""")
