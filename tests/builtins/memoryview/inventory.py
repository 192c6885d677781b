"""Every name of the reference is there."""
EXPECTED = '''
    __class__ __delattr__ __delitem__ __dir__ __doc__ __enter__ __eq__ __exit__ __format__ __ge__
    __getattribute__ __getitem__ __gt__ __hash__ __init__ __init_subclass__ __le__ __len__ __lt__ __ne__
    __new__ __reduce__ __reduce_ex__ __repr__ __setattr__ __setitem__ __sizeof__ __str__ __subclasshook__
    c_contiguous cast contiguous f_contiguous format hex itemsize nbytes ndim obj readonly release shape
    strides suboffsets tobytes tolist
'''.split()

print([name for name in EXPECTED if not hasattr(memoryview, name)])  # expect: []
print(len(EXPECTED))  # expect: 46
