from _cases import *

run(r"""
it(filter())
it(filter(None))
it(filter(None, [0, 1, '', 'a']))
it(filter(bool, [0, 1]))
it(filter(lambda x: x > 1, [1, 2, 3]))
it(filter(5, [1]))
it(filter(str, 5))
it(filter(None, gen(0, 1, ValueError)))
it(filter(lambda x: 1 / x, [1, 0]))
it(filter(None, []))
it(filter(str.isdigit, 'a1'))
it(filter(None, Bad()))
it(filter(lambda x: Bad(), [1]))
it(filter(None, [Bad()]))
it(filter(None, [1], 2))
""")
