from _cases import *

run(r"""
m({1}, 'pop')
m(set(), 'pop')
m({1}, 'clear')
m({1}, 'copy')
m({1}, 'pop', 1)
m({1, 2}, '__init__', [3])
m({1}, '__init__')
{1}.__reduce__()[1]
steps(iter({1}), '__length_hint__', 'n', '__length_hint__', 'n', 'n')
(lambda s: (lambda i: (next(i), s.add(99), steps(i, 'n')))(iter(s)))({1, 2})
(lambda s: s == s)({float('nan')})
{1, True, 1.0}
{*[1, 2], *(2, 3)} == {1, 2, 3}
{*5}
""")
