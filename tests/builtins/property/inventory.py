"""Every name of the reference is there."""
EXPECTED = '''
    __class__ __delattr__ __delete__ __dir__ __doc__ __eq__ __format__ __ge__ __get__ __getattribute__ __gt__
    __hash__ __init__ __init_subclass__ __isabstractmethod__ __le__ __lt__ __ne__ __new__ __reduce__
    __reduce_ex__ __repr__ __set__ __setattr__ __sizeof__ __str__ __subclasshook__ deleter fdel fget fset
    getter setter
'''.split()

print([name for name in EXPECTED if not hasattr(property, name)])  # expect: []
print(len(EXPECTED))  # expect: 33
