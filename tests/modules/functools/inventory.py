"""Every name of the reference is there."""
import functools

EXPECTED = '''
    update_wrapper wraps WRAPPER_ASSIGNMENTS WRAPPER_UPDATES total_ordering cmp_to_key lru_cache reduce
    partial partialmethod singledispatch
'''.split()

print([name for name in EXPECTED if not hasattr(functools, name)])  # expect: []
print(len(EXPECTED))  # expect: 11
