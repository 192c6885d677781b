from _cases import *

run(r"""
slice(1)
slice(1, 2)
slice(1, 2, 3)
slice()
slice(1, 2, 3, 4)
slice(None)
slice('a', [], {})
slice(1) == slice(1)
slice(1) == slice(2)
slice(1) < slice(2)
slice(1) < 5
hash(slice(1))
slice(1).start, slice(1).stop, slice(1).step
m(slice(1), '__setattr__', 'start', 1)
slice(1, 2, 3).__reduce__()[1]
slice(stop=1)
type('S', (slice,), {})
slice(1) != slice(1, None)
slice(Bad()) == slice(Bad())
slice(1, 'a') < slice(1, 2)
""")
