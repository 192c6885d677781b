from _cases import *

run(r"""
m({}, 'popitem')
m({1: 2}, 'popitem')
m({'a': 1, 'b': 2}, 'popitem')
m(SDict(x=1), 'popitem')
m({None: 0, (): 1, 1.5: 2}, 'popitem')
m({}, 'popitem', 1)
""")
