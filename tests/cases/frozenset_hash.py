from _cases import *

run(r"""
hash(frozenset()) == hash(frozenset())
hash(frozenset([1, 2])) == hash(frozenset([2, 1]))
hash(frozenset())
hash(frozenset([1, 2, 3]))
hash(frozenset([0]))
hash(set())
hash(frozenset([frozenset([1])])) == hash(frozenset([frozenset([1])]))
same(frozenset([1]).copy(), 0)[1]
(lambda f: frozenset(f) is f)(frozenset([1]))
frozenset([1]).add(2)
frozenset([1]).__reduce__()[1]
""")
