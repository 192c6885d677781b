from _cases import *

run(r"""
property().fget
property(5).fget
property(1, 2, 3, 'd').__doc__
property(fget=len).fget is len
property(1, 2, 3, 4, 5)
property(x=1)
property().__get__(None, int).fget
property().__get__(5)
property().__set__(5, 1)
property().__delete__(5)
property(lambda s: s + 1).__get__(5)
property(len).getter(abs).fget is abs
property(len).setter(abs).fset is abs
property(len).deleter(abs).fdel is abs
staticmethod()
staticmethod(len).__func__ is len
staticmethod(len).__get__(5) is len
staticmethod(5).__get__(None, int)
staticmethod(1, 2)
classmethod()
classmethod(len).__func__ is len
classmethod(lambda c: c).__get__(None, int)()
classmethod(lambda c: c).__get__(5)()
classmethod(5).__get__(5)
super()
super(int)  is None
super(5)
super(int, 'a')
super(int, True).__class__.__name__
super(bool, True).__add__(1)
super(bool, bool).__name__  if 0 else 1
super(int, True).nope
super(1, 2, 3)
super(int, int).__thisclass__
""")
