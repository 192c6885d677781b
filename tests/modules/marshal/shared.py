# The empty frozenset is one object.
import marshal

print(marshal.loads(marshal.dumps(frozenset())) is frozenset())  # expect: True
print([each is frozenset() for each in marshal.loads(marshal.dumps([frozenset(), frozenset((1,))]))])  # expect: [True, False]
