from _cases import *

run(r"""
steps(iter(b'abc'), '__length_hint__', 'n', '__length_hint__', 'n', 'n', 'n', 'n', '__length_hint__')
steps(iter(b'abc'), ('__setstate__', 0), 'n', '__length_hint__')
steps(iter(b'abc'), ('__setstate__', 1), 'n', '__length_hint__')
steps(iter(b'abc'), ('__setstate__', 2), 'n', '__length_hint__')
steps(iter(b'abc'), ('__setstate__', 3), 'n', '__length_hint__')
steps(iter(b'abc'), ('__setstate__', 100), 'n', '__length_hint__')
steps(iter(b'abc'), ('__setstate__', -1), 'n', '__length_hint__')
steps(iter(b'abc'), ('__setstate__', -100), 'n', '__length_hint__')
steps(iter(b'abc'), ('__setstate__', 'a'), 'n', '__length_hint__')
steps(iter(b'abc'), ('__setstate__', None), 'n', '__length_hint__')
steps(iter(b'abc'), ('__setstate__', 2**70), 'n', '__length_hint__')
steps(iter(b'abc'), ('__setstate__', 1.5), 'n', '__length_hint__')
iter(b'abc').__reduce__()[1:]
steps(iter(b'abc'), '__iter__')
type(iter(b'abc')).__name__
next(iter(b'abc'), 5)
(lambda i: (next(i), i.__reduce__()[1:]))(iter(b'abc'))
""")
