from _cases import *

run(r"""
steps(iter({1: 2}), '__length_hint__', 'n', '__length_hint__', 'n', 'n')
steps(iter({1: 2}.items()), 'n', 'n')
steps(iter({}.values()), 'n')
iter({1: 2, 3: 4}).__reduce__()[1]
(lambda d, i: (next(i), d.update(z=1), steps(i, 'n', 'n')))(*(lambda d: (d, iter(d)))({1: 2, 3: 4}))
(lambda d: (lambda i: (next(i), d.pop(1), steps(i, 'n')))(iter(d)))({1: 2, 3: 4})
(lambda d: (lambda i: (next(i), d.clear(), steps(i, 'n', 'n')))(iter(d.values())))({1: 2, 3: 4})
(lambda d: (lambda i: (next(i), d.__setitem__(1, 9), steps(i, 'n')))(iter(d.items())))({1: 2, 3: 4})
type(iter({})).__name__, type(iter({}.values())).__name__, type(iter({}.items())).__name__
iter({}).__length_hint__()
steps(iter({1: 2}), '__iter__')
""")
