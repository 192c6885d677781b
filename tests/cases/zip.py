from _cases import *

run(r"""
it(zip())
it(zip([1]))
it(zip('ab', [1, 2]))
it(zip('abc', [1]))
it(zip([], 'a'))
it(zip('a', gen(1, ValueError)))
it(zip(5))
it(zip('a', 5))
it(zip(None))
it(zip(gen(1, 2), gen(3)))
it(zip('ab', 'cd', 'ef'))
it(zip(Bad()))
it(zip(x=1))
it(zip(range(3), range(10)))
it(zip(*[[1, 2]] * 3))
steps(zip('ab', 'c'), 'n', 'n', 'n')
zip('ab').__reduce__()[1][0].__reduce__()[1:]
(lambda i: (it(zip(i, 'a')), it(i)))(iter([1, 2, 3]))
(lambda i: (it(zip('a', i)), it(i)))(iter([1, 2, 3]))
""")
