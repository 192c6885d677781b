from _cases import *

run(r"""
m([1, 2], 'clear')
m([1, 2], 'copy')
m([1, 2, 3], 'reverse')
m([], 'reverse')
m(SList([1]), 'copy')
type(SList([1]).copy()).__name__
m([1], 'clear', 1)
m([1, 2], '__imul__', 2)
m([1, 2], '__imul__', 0)
m([1, 2], '__reversed__')[0].__length_hint__()
m([1], '__init__', (4, 5))
m([1], '__init__')
m([1], '__init__', 5)
(lambda x: (x.append(x), repr(x)))([])
(lambda x: (x.append(x), x == x))([])
[].__sizeof__() > 10
""")
