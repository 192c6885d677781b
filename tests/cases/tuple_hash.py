from _cases import *

run(r"""
hash(()) == hash(())
hash((1, 2)) == hash((1.0, 2.0))
hash((1, 2)) == hash((2, 1))
hash(([],))
hash((Bad(),))
(1, 2).__getnewargs__()
hash((1, 2, 3))
hash(())
hash((0,))
hash((1, (2, 3)))
hash((-1,))
hash((2**70, -2**70))
hash((0.5, 1.5))
""")
