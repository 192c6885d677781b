"""Every name of the reference is there."""
import itertools

EXPECTED = '''
    accumulate chain combinations combinations_with_replacement compress count cycle dropwhile filterfalse
    groupby islice permutations product repeat starmap takewhile tee zip_longest
'''.split()

print([name for name in EXPECTED if not hasattr(itertools, name)])  # expect: []
print(len(EXPECTED))  # expect: 18
