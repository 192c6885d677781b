"""Every name of the reference is there."""
EXPECTED = '''
    __cause__ __class__ __context__ __delattr__ __dict__ __dir__ __doc__ __eq__ __format__ __ge__
    __getattribute__ __gt__ __hash__ __init__ __init_subclass__ __le__ __lt__ __ne__ __new__ __reduce__
    __reduce_ex__ __repr__ __setattr__ __setstate__ __sizeof__ __str__ __subclasshook__ __suppress_context__
    __traceback__ args with_traceback
'''.split()

print([name for name in EXPECTED if not hasattr(BaseException, name)])  # expect: []
print(len(EXPECTED))  # expect: 31
