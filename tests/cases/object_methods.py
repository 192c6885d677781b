from _cases import *

run(r"""
object()  is None
object(1)
object(x=1)
object.__new__(int)
object.__new__()
object.__new__(5)
object().__eq__(5)
object().__lt__(5)
object().__format__('x')
object() < object()
object.__init__(5)
object.__init__(5, 6)
object().__reduce_ex__(5)[1:]
object.__repr__(5)[:7]
object.__str__(5)
object.__hash__('a') is not None
object.__sizeof__(5) > 0
object.__dir__(5)[:0]
object.__subclasshook__(int)
object.__init_subclass__(1)
m(object(), '__setattr__', 'x', 1)[0]
m(object(), '__delattr__', 'x')[0]
object.__class__
object.__doc__ is not None
object.__setattr__(5, 'x', 1)
object.__getattribute__(5, 'real')
object.__getattribute__(5, 5)
object().__class__.__name__
""")
