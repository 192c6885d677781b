"""Every name of the reference is there."""
EXPECTED = '''
    __base__ __bases__ __basicsize__ __call__ __class__ __delattr__ __dict__
    __dictoffset__ __dir__ __doc__ __eq__ __flags__ __format__ __ge__ __getattribute__ __gt__ __hash__
    __init__ __init_subclass__ __instancecheck__ __itemsize__ __le__ __lt__ __module__ __mro__ __name__ __ne__
    __new__ __prepare__ __qualname__ __reduce__ __reduce_ex__ __repr__ __setattr__ __sizeof__ __str__
    __subclasscheck__ __subclasses__ __subclasshook__ __text_signature__ __weakrefoffset__ mro
'''.split()

print([name for name in EXPECTED if not hasattr(type, name)])  # expect: []
print(len(EXPECTED))  # expect: 42
