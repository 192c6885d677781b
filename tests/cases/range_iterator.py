from _cases import *

run(r"""
steps(iter(range(3)), '__length_hint__', 'n', '__length_hint__', ('__setstate__', 2), 'n', 'n')
steps(iter(range(3)), ('__setstate__', -5), 'n')
steps(iter(range(3)), ('__setstate__', 100), 'n')
steps(iter(range(3)), ('__setstate__', 'a'), 'n')
iter(range(1, 9, 3)).__reduce__()[1:]
steps(iter(range(2**70)), '__length_hint__', 'n')
steps(iter(range(2**70, 2**70 + 2)), 'n', 'n', 'n', '__length_hint__')
steps(iter(range(2**70, 2**70 + 2)), ('__setstate__', 1), 'n', 'n')
steps(reversed(range(3)), 'n', '__length_hint__')
type(iter(range(1))).__name__, type(iter(range(2**70))).__name__
""")
