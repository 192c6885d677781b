from _cases import *

run(r"""
steps(iter((1, 2, 3)), '__length_hint__', 'n', '__length_hint__', 'n', 'n', 'n', 'n', '__length_hint__')
steps(iter((1, 2, 3)), ('__setstate__', 0), 'n', '__length_hint__')
steps(iter((1, 2, 3)), ('__setstate__', 1), 'n', '__length_hint__')
steps(iter((1, 2, 3)), ('__setstate__', 2), 'n', '__length_hint__')
steps(iter((1, 2, 3)), ('__setstate__', 3), 'n', '__length_hint__')
steps(iter((1, 2, 3)), ('__setstate__', 100), 'n', '__length_hint__')
steps(iter((1, 2, 3)), ('__setstate__', -1), 'n', '__length_hint__')
steps(iter((1, 2, 3)), ('__setstate__', -100), 'n', '__length_hint__')
steps(iter((1, 2, 3)), ('__setstate__', 'a'), 'n', '__length_hint__')
steps(iter((1, 2, 3)), ('__setstate__', None), 'n', '__length_hint__')
steps(iter((1, 2, 3)), ('__setstate__', 2**70), 'n', '__length_hint__')
steps(iter((1, 2, 3)), ('__setstate__', 1.5), 'n', '__length_hint__')
iter((1, 2, 3)).__reduce__()[1:]
(lambda i: (list(i), i.__reduce__()[1:]))(iter((1, 2, 3)))
steps(iter((1, 2, 3)), '__iter__')
type(iter((1, 2, 3))).__name__
next(iter((1, 2, 3)), 5)
(lambda i: (next(i), i.__reduce__()[1:]))(iter((1, 2, 3)))
""")
