from _cases import *

run(r"""
vars(5)
vars()  == locals()
dir(5)[:3]
dir(5, 6)
sorted(vars(type('X', (), {'a': 1})))[:1]
len(dir()) > 3
dir(type('D', (), {'__dir__': lambda self: ['b', 'a']})())
dir(type('D', (), {'__dir__': lambda self: 5})())
dir(type('D', (), {'__dir__': lambda self: [1, 'a']})())
vars(type('V', (), {})())
vars(int)['real'].__name__
type(vars(int)).__name__
globals() is not None
id(None) == id(None)
id()
id(1, 2)
hash(id)  == hash(id)
""")
