"""Every name of the reference is there."""
import operator

EXPECTED = '''
    abs add and_ attrgetter concat contains countOf delitem eq floordiv ge getitem gt iadd iand iconcat
    ifloordiv ilshift imatmul imod imul index indexOf inv invert ior ipow irshift is_ is_not isub itemgetter
    itruediv ixor le length_hint lshift lt matmul methodcaller mod mul ne neg not_ or_ pos pow rshift setitem
    sub truediv truth xor
'''.split()

print([name for name in EXPECTED if not hasattr(operator, name)])  # expect: []
print(len(EXPECTED))  # expect: 54
