from _cases import *

run(r"""
steps(iter(bytearray(b'abc')), '__length_hint__', 'n', '__length_hint__', 'n', 'n', 'n', 'n', '__length_hint__')
steps(iter(bytearray(b'abc')), ('__setstate__', 0), 'n', '__length_hint__')
steps(iter(bytearray(b'abc')), ('__setstate__', 1), 'n', '__length_hint__')
steps(iter(bytearray(b'abc')), ('__setstate__', 2), 'n', '__length_hint__')
steps(iter(bytearray(b'abc')), ('__setstate__', 3), 'n', '__length_hint__')
steps(iter(bytearray(b'abc')), ('__setstate__', 100), 'n', '__length_hint__')
steps(iter(bytearray(b'abc')), ('__setstate__', -1), 'n', '__length_hint__')
steps(iter(bytearray(b'abc')), ('__setstate__', -100), 'n', '__length_hint__')
steps(iter(bytearray(b'abc')), ('__setstate__', 'a'), 'n', '__length_hint__')
steps(iter(bytearray(b'abc')), ('__setstate__', None), 'n', '__length_hint__')
steps(iter(bytearray(b'abc')), ('__setstate__', 2**70), 'n', '__length_hint__')
steps(iter(bytearray(b'abc')), ('__setstate__', 1.5), 'n', '__length_hint__')
iter(bytearray(b'abc')).__reduce__()[1:]
steps(iter(bytearray(b'abc')), '__iter__')
type(iter(bytearray(b'abc'))).__name__
next(iter(bytearray(b'abc')), 5)
(lambda i: (next(i), i.__reduce__()[1:]))(iter(bytearray(b'abc')))
""")
