from _cases import *

run(r"""
m([], 'append', 1)
m([], 'append', None)
m([], 'append', [])
m([], 'append', Bad())
m([1], 'append', 1)
m([1], 'append', None)
m([1], 'append', [])
m([1], 'append', Bad())
m(SList([1]), 'append', 1)
m(SList([1]), 'append', None)
m(SList([1]), 'append', [])
m(SList([1]), 'append', Bad())
m([], 'append')
m([], 'append', 1, 2)
""")
