from _cases import *

run(r"""
steps(reversed([1, 2, 3]), '__length_hint__', 'n', 'n', 'n', 'n', '__length_hint__')
steps(reversed([1, 2, 3]), ('__setstate__', 0), 'n')
steps(reversed([1, 2, 3]), ('__setstate__', 2), 'n')
steps(reversed([1, 2, 3]), ('__setstate__', 5), 'n')
steps(reversed([1, 2, 3]), ('__setstate__', -1), 'n')
steps(reversed([1, 2, 3]), ('__setstate__', -5), 'n')
steps(reversed([1, 2, 3]), ('__setstate__', 'a'), 'n')
reversed([1, 2]).__reduce__()[1:]
reversed(5)
reversed({1})
reversed({})
it(reversed('abc'))
it(reversed(Seq(1, 2)))
steps(reversed(Seq(1, 2)), '__length_hint__', 'n', '__length_hint__', 'n', 'n')
reversed(Bad())
reversed()
reversed([], [])
it(reversed(range(3)))
it(reversed(()))
reversed(gen(1))
reversed(x=1)
steps(reversed((1, 2)), ('__setstate__', 0), 'n', 'n')
reversed((1, 2)).__reduce__()[1:]
type(reversed([])).__name__, type(reversed(())).__name__
""")
