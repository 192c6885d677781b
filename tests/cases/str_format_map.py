from _cases import *

run(r"""
'{a}'.format_map({'a': 1})
'{a}'.format_map({})
'{}'.format_map({'': 1})
'{0}'.format_map({0: 1})
'{0}'.format_map([1])
'{a}'.format_map(5)
'x'.format_map(5)
'{a[0]}'.format_map({'a': 'xyz'})
'{a}'.format_map()
'{a:>{w}}'.format_map({'a': 1, 'w': 5})
'{a}'.format_map(SDict(a=3))
""")
