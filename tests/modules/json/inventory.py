"""Every name of the reference is there."""
import json

EXPECTED = '''
    dump dumps load loads JSONDecoder JSONDecodeError JSONEncoder
'''.split()

print([name for name in EXPECTED if not hasattr(json, name)])  # expect: []
print(len(EXPECTED))  # expect: 7
