from _cases import *

run(r"""
() == (1,)
() < []
() <= None
() >= (None, [1], ())
() >= tuple(range(20))
() >= None
(1,) == 5
(1,) != ()
(1,) < None
(1,) < []
(1,) <= ('b', 'a', 'c')
(1,) > None
(1,) > []
(1, 2, 3) + (3, 1, 2, 1)
(1, 2, 3) < None
(1, 2, 3) <= (1,)
(1, 2, 3) <= (None, [1], ())
(1, 2, 3) >= []
('b', 'a', 'c') + ('b', 'a', 'c')
('b', 'a', 'c') < STuple([1, 2])
('b', 'a', 'c') >= None
(3, 1, 2, 1) + (1, 2, 3)
(3, 1, 2, 1) != ('b', 'a', 'c')
(3, 1, 2, 1) != (3, 1, 2, 1)
(3, 1, 2, 1) >= tuple(range(20))
STuple([1, 2]) + ()
STuple([1, 2]) + None
STuple([1, 2]) < (float("nan"),)
STuple([1, 2]) <= STuple([1, 2])
STuple([1, 2]) > []
(None, [1], ()) + STuple([1, 2])
(None, [1], ()) != ('b', 'a', 'c')
(None, [1], ()) <= (None, [1], ())
(None, [1], ()) <= 5
(None, [1], ()) <= None
(None, [1], ()) <= []
(None, [1], ()) >= (1,)
(None, [1], ()) >= ('b', 'a', 'c')
(float("nan"),) == ()
(float("nan"),) == None
(float("nan"),) == []
(float("nan"),) > (1,)
(float("nan"),) > STuple([1, 2])
tuple(range(20)) + ()
tuple(range(20)) == (1,)
tuple(range(20)) != (None, [1], ())
tuple(range(20)) < ('b', 'a', 'c')
tuple(range(20)) <= 5
tuple(range(20)) >= (None, [1], ())
tuple(range(20)) >= tuple(range(20))
() * 0
() * 1
() * 2
() * -1
() * True
() * Idx(2)
() * 'a'
() * 1.5
() * None
() * 2**70
(1,) * 0
(1,) * 1
(1,) * 2
(1,) * -1
(1,) * True
(1,) * Idx(2)
(1,) * 'a'
(1,) * 1.5
(1,) * None
(1,) * 2**70
(1, 2, 3) * 0
(1, 2, 3) * 1
(1, 2, 3) * 2
(1, 2, 3) * -1
(1, 2, 3) * True
(1, 2, 3) * Idx(2)
(1, 2, 3) * 'a'
(1, 2, 3) * 1.5
(1, 2, 3) * None
(1, 2, 3) * 2**70
1 in ()
1 in (1,)
1 in (1, 2, 3)
1 in ('b', 'a', 'c')
1 in (3, 1, 2, 1)
1 in STuple([1, 2])
1 in (None, [1], ())
None in ()
None in (1,)
None in (1, 2, 3)
None in ('b', 'a', 'c')
None in (3, 1, 2, 1)
None in STuple([1, 2])
None in (None, [1], ())
Lying() in ()
Lying() in (1,)
Lying() in (1, 2, 3)
Lying() in ('b', 'a', 'c')
Lying() in (3, 1, 2, 1)
Lying() in STuple([1, 2])
Lying() in (None, [1], ())
1.0 in ()
1.0 in (1,)
1.0 in (1, 2, 3)
1.0 in ('b', 'a', 'c')
1.0 in (3, 1, 2, 1)
1.0 in STuple([1, 2])
1.0 in (None, [1], ())
Bad() in (1, 2, 3)
2 * (1, 2, 3)
(1, 2, 3) * sys.maxsize
len(tuple(range(20)))
it((1, 2, 3))
it(reversed((1, 2, 3)))
(1, 2, 3) + 5
(1, 2, 3).__add__(5)
(1, 2, 3).__eq__(5)
(1, 2, 3).__lt__(5)
(1, 2, 3).__contains__(2)
(1, 2, 3).__rmul__(2)
(float("nan"),) == (float("nan"),)
(lambda x: x == x)((float("nan"),))
repr((None, [1], ()))
-(1, 2, 3)
(1, 'a') < (1, 2)
(1,).__mul__('a')
(1,).__mul__(1.5)
""")
