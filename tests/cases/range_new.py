from _cases import *

run(r"""
range()
range(5)
range(1, 5)
range(1, 5, 2)
range(5, 1, -1)
range(0, 5, 0)
range(1.5)
range('a')
range(None)
range(Idx(3))
range(Bad())
range(2**70)
range(1, 2, 3, 4)
range(stop=5)
range(-5)
range(1, 2**70)
range(Num(1))
range(1, 5, None)
range(True)
range(True, 5)
range(0, True)
range(0, 5, True)
range(False)
range(SInt(3))
range(SInt(1), SInt(3), SInt(2))
range(True).stop
range(True).start
range(False, True).start
range(5)[True:]
range(5)[:True]
range(5)[::True]
range(True).__reduce__()
range(True, 5).__reduce__()
repr(range(True))
hash(range(True)) == hash(range(1))
range(True) == range(1)
type(range(SInt(3)).stop)
type(range(Idx(3)).stop)
""")
