from _cases import *

run(r"""
[] == 5
[] == 'ab'
[] != [1]
[] != ()
[] < [1]
[] < ()
[] > [3, 1, 2, 1]
[] > 5
[] > 'ab'
[] >= []
[] >= [1]
[] >= SList([1, 2])
[] >= None
[1] > list(range(20))
[1, 2, 3] + list(range(20))
[1, 2, 3] == [3, 1, 2, 1]
[1, 2, 3] < []
[1, 2, 3] > [1, 2, 3]
['b', 'a', 'c'] + [3, 1, 2, 1]
['b', 'a', 'c'] == [1, 2, 3]
['b', 'a', 'c'] == None
['b', 'a', 'c'] != None
['b', 'a', 'c'] < [3, 1, 2, 1]
['b', 'a', 'c'] < 'ab'
[3, 1, 2, 1] != [None, [1], ()]
[3, 1, 2, 1] < ()
[3, 1, 2, 1] <= ()
SList([1, 2]) == None
SList([1, 2]) <= [3, 1, 2, 1]
SList([1, 2]) > [float("nan")]
SList([1, 2]) > ()
[None, [1], ()] + [3, 1, 2, 1]
[None, [1], ()] == [None, [1], ()]
[None, [1], ()] != 5
[None, [1], ()] != ()
[None, [1], ()] <= None
[None, [1], ()] >= SList([1, 2])
[None, [1], ()] >= None
[float("nan")] + ['b', 'a', 'c']
[float("nan")] == [3, 1, 2, 1]
[float("nan")] == ()
[float("nan")] < SList([1, 2])
[float("nan")] < 5
[float("nan")] >= list(range(20))
[float("nan")] >= None
list(range(20)) + None
list(range(20)) == ()
list(range(20)) >= [1]
list(range(20)) >= [1, 2, 3]
list(range(20)) >= 5
[] * 0
[] * 1
[] * 2
[] * -1
[] * True
[] * Idx(2)
[] * 'a'
[] * 1.5
[] * None
[] * 2**70
[1] * 0
[1] * 1
[1] * 2
[1] * -1
[1] * True
[1] * Idx(2)
[1] * 'a'
[1] * 1.5
[1] * None
[1] * 2**70
[1, 2, 3] * 0
[1, 2, 3] * 1
[1, 2, 3] * 2
[1, 2, 3] * -1
[1, 2, 3] * True
[1, 2, 3] * Idx(2)
[1, 2, 3] * 'a'
[1, 2, 3] * 1.5
[1, 2, 3] * None
[1, 2, 3] * 2**70
1 in []
1 in [1]
1 in [1, 2, 3]
1 in ['b', 'a', 'c']
1 in [3, 1, 2, 1]
1 in SList([1, 2])
1 in [None, [1], ()]
None in []
None in [1]
None in [1, 2, 3]
None in ['b', 'a', 'c']
None in [3, 1, 2, 1]
None in SList([1, 2])
None in [None, [1], ()]
Lying() in []
Lying() in [1]
Lying() in [1, 2, 3]
Lying() in ['b', 'a', 'c']
Lying() in [3, 1, 2, 1]
Lying() in SList([1, 2])
Lying() in [None, [1], ()]
1.0 in []
1.0 in [1]
1.0 in [1, 2, 3]
1.0 in ['b', 'a', 'c']
1.0 in [3, 1, 2, 1]
1.0 in SList([1, 2])
1.0 in [None, [1], ()]
Bad() in [1, 2, 3]
2 * [1, 2, 3]
[1, 2, 3] * sys.maxsize
len(list(range(20)))
it([1, 2, 3])
it(reversed([1, 2, 3]))
[1, 2, 3] + 5
[1, 2, 3].__add__(5)
[1, 2, 3].__eq__(5)
[1, 2, 3].__lt__(5)
[1, 2, 3].__contains__(2)
[1, 2, 3].__rmul__(2)
[float("nan")] == [float("nan")]
(lambda x: x == x)([float("nan")])
repr([None, [1], ()])
-[1, 2, 3]
[1, 'a'] < [1, 2]
[1].__imul__(2)
[1].__imul__(True)
SList([1]).__imul__(2)
type(SList([1]).__imul__(2))
type(SList([1]).__iadd__([2]))
type(SList([1]) * 2)
[1].__imul__(1.5)
[1].__imul__('a')
[1].__mul__('a')
[1].__rmul__('a')
[].__imul__(None)
[1].__iadd__(1)
[1].__iadd__(None)
""")
