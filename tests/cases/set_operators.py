from _cases import *

run(r"""
srt(set() & {1.0, True})
srt(set() & frozenset([1, 2]))
srt(set() & SSet([1, 9]))
srt(set() & frozenset())
srt(set() | frozenset())
srt(set() | None)
srt(set() | {1: 2}.keys())
srt(set() - set())
srt(set() - {1, 2, 3})
srt(set() - frozenset([1, 2]))
srt(set() - frozenset())
srt(set() - [1])
srt(set() ^ {1.0, True})
srt({1} & [1])
srt({1} & 5)
srt({1} | {1, 2, 3})
srt({1} | None)
srt({1} - {1.0, True})
srt({1} ^ None)
srt({1} ^ {1: 2}.keys())
srt({1, 2, 3} | {1, 2, 3})
srt({1, 2, 3} | 5)
srt({1, 2, 3} | {1: 2}.keys())
srt({1, 2, 3} - frozenset([1, 2]))
srt({1, 2, 3} - {1: 2}.keys())
srt({1.0, True} & set())
srt({1.0, True} & [1])
srt({1.0, True} & 5)
srt({1.0, True} | frozenset([1, 2]))
srt({1.0, True} - {1})
srt({1.0, True} - {1.0, True})
srt({1.0, True} ^ {1, 2, 3})
srt({1.0, True} ^ 5)
srt(SSet([1, 9]) & {1})
srt(SSet([1, 9]) & {1.0, True})
srt(SSet([1, 9]) & SSet([1, 9]))
srt(SSet([1, 9]) & None)
srt(SSet([1, 9]) - {1, 2, 3})
srt(SSet([1, 9]) ^ None)
srt(SSet([1, 9]) ^ {1: 2}.keys())
set() == [1]
set() == None
set() != {1.0, True}
set() != frozenset([1, 2])
set() <= [1]
set() > {1}
set() > None
set() >= {1}
set() >= frozenset()
{1} != {1, 2, 3}
{1} < {1, 2, 3}
{1} < 5
{1} <= [1]
{1} <= 5
{1} > frozenset()
{1} >= {1}
{1, 2, 3} == set()
{1, 2, 3} == 5
{1, 2, 3} < {1.0, True}
{1, 2, 3} <= {1.0, True}
{1, 2, 3} <= SSet([1, 9])
{1, 2, 3} > SSet([1, 9])
{1, 2, 3} >= 5
{1, 2, 3} >= None
{1.0, True} != SSet([1, 9])
{1.0, True} != None
{1.0, True} < SSet([1, 9])
{1.0, True} < None
{1.0, True} <= {1, 2, 3}
{1.0, True} <= {1.0, True}
{1.0, True} <= 5
{1.0, True} > {1, 2, 3}
{1.0, True} >= 5
SSet([1, 9]) != {1}
SSet([1, 9]) != {1.0, True}
SSet([1, 9]) != frozenset([1, 2])
SSet([1, 9]) < {1}
SSet([1, 9]) <= set()
SSet([1, 9]) > {1.0, True}
SSet([1, 9]) >= frozenset([1, 2])
1 in set()
1 in {1}
1 in {1, 2, 3}
1.0 in set()
1.0 in {1}
1.0 in {1, 2, 3}
[] in set()
[] in {1}
[] in {1, 2, 3}
Bad() in set()
Bad() in {1}
Bad() in {1, 2, 3}
Lying() in set()
Lying() in {1}
Lying() in {1, 2, 3}
set() in set()
set() in {1}
set() in {1, 2, 3}
{1} in set()
{1} in {1}
{1} in {1, 2, 3}
frozenset([1]) in {frozenset([1])}
{1} in {frozenset([1])}
len(SSet([1, 9]))
repr(set())
repr({1})
bool(set())
{1} + {1}
type({1} & frozenset([1, 2])).__name__
type(frozenset([1, 2]) | {1}).__name__
""")
