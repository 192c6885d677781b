# Every name of docs/later-additions.md is here, callable and with the signature that CPython 3.13 tells (later.txt, by
# make_later.py).
import inspect

import _later_names

# What 3.6 has besides, or says otherwise.
OWN = {
    'copy.replace': 'a change may have any name: the object has none',
    'collections.namedtuple': "3.6's verbose is kept",
    'anext': 'the default is told',
    'types.GenericAlias': 'counts its arguments itself',
    'types.UnionType': 'the same: it takes none',
    'enum.StrEnum': 'EnumMeta.__call__ is that of 3.6',
}

with open(_later_names.LIST) as file:
    reference = dict(line.rstrip('\n').split('\t') for line in file)
names = _later_names.listed()
print(len(names) > 100, len(set(names)) == len(names), sorted(set(names) ^ set(reference)))  # expect: True True []
for name in names:
    try:
        found = _later_names.find(name)
    except AttributeError as error:
        print(name, 'is missing:', error)
        continue
    if not callable(found):
        print(name, 'is not callable')
    signature = _later_names.signature_of(found)
    untold = isinstance(found, type) and signature == '-'
    if reference[name] not in ('-', signature) and not untold and name not in OWN:
        print(name, 'has', signature, 'instead of', reference[name])
    if not inspect.isfunction(found) and not isinstance(found, type) and not getattr(found, '__doc__', None):
        print(name, 'has no docstring')
