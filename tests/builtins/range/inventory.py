"""Every name of the reference is there."""
EXPECTED = '''
    __bool__ __class__ __contains__ __delattr__ __dir__ __doc__ __eq__ __format__ __ge__ __getattribute__
    __getitem__ __gt__ __hash__ __init__ __init_subclass__ __iter__ __le__ __len__ __lt__ __ne__ __new__
    __reduce__ __reduce_ex__ __repr__ __reversed__ __setattr__ __sizeof__ __str__ __subclasshook__ count index
    start step stop
'''.split()

print([name for name in EXPECTED if not hasattr(range, name)])  # expect: []
print(len(EXPECTED))  # expect: 34
