"""Every name of the reference is there."""
code = (lambda: 0).__code__
EXPECTED = '''
    __class__ __delattr__ __dir__ __doc__ __eq__ __format__ __ge__ __getattribute__ __gt__ __hash__ __init__
    __init_subclass__ __le__ __lt__ __ne__ __new__ __reduce__ __reduce_ex__ __repr__ __setattr__ __sizeof__
    __str__ __subclasshook__ co_argcount co_cellvars co_code co_consts co_filename co_firstlineno co_flags
    co_freevars co_kwonlyargcount co_lnotab co_name co_names co_nlocals co_stacksize co_varnames
'''.split()

print([name for name in EXPECTED if not hasattr(code, name)])  # expect: []
print(len(EXPECTED))  # expect: 38
