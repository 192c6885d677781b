from _cases import *

run(r"""
1 in {}
'a' in {}
1.0 in {}
True in {}
None in {}
() in {}
[] in {}
Bad() in {}
Lying() in {}
'zz' in {}
1 in {1: 2}
'a' in {1: 2}
1.0 in {1: 2}
True in {1: 2}
None in {1: 2}
() in {1: 2}
[] in {1: 2}
Bad() in {1: 2}
Lying() in {1: 2}
'zz' in {1: 2}
1 in {'a': 1, 'b': 2}
'a' in {'a': 1, 'b': 2}
1.0 in {'a': 1, 'b': 2}
True in {'a': 1, 'b': 2}
None in {'a': 1, 'b': 2}
() in {'a': 1, 'b': 2}
[] in {'a': 1, 'b': 2}
Bad() in {'a': 1, 'b': 2}
Lying() in {'a': 1, 'b': 2}
'zz' in {'a': 1, 'b': 2}
1 in SDict(x=1)
'a' in SDict(x=1)
1.0 in SDict(x=1)
True in SDict(x=1)
None in SDict(x=1)
() in SDict(x=1)
[] in SDict(x=1)
Bad() in SDict(x=1)
Lying() in SDict(x=1)
'zz' in SDict(x=1)
""")
