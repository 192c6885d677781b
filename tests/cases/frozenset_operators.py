from _cases import *

run(r"""
srt(frozenset([1, 2]) & [1])
srt(frozenset([1, 2]) & None)
srt(frozenset([1, 2]) & {1: 2}.keys())
srt(frozenset([1, 2]) | SSet([1, 9]))
srt(frozenset([1, 2]) | [1])
srt(frozenset([1, 2]) | None)
srt(frozenset([1, 2]) - set())
srt(frozenset([1, 2]) - {1.0, True})
srt(frozenset([1, 2]) - SSet([1, 9]))
srt(frozenset([1, 2]) - 5)
srt(frozenset([1, 2]) ^ [1])
srt(frozenset([1, 2]) ^ {1: 2}.keys())
srt(frozenset() & {1.0, True})
srt(frozenset() & frozenset())
srt(frozenset() & 5)
srt(frozenset() & None)
srt(frozenset() | {1})
srt(frozenset() - {1})
srt(frozenset() - SSet([1, 9]))
srt(frozenset() - frozenset())
srt(frozenset() - None)
srt(frozenset() - {1: 2}.keys())
srt(frozenset() ^ set())
srt(frozenset() ^ frozenset([1, 2]))
srt(frozenset() ^ 5)
srt(frozenset() ^ None)
srt(frozenset([1, 2, 3]) & SSet([1, 9]))
srt(frozenset([1, 2, 3]) & frozenset())
srt(frozenset([1, 2, 3]) & {1: 2}.keys())
srt(frozenset([1, 2, 3]) | set())
srt(frozenset([1, 2, 3]) | {1})
srt(frozenset([1, 2, 3]) | {1.0, True})
srt(frozenset([1, 2, 3]) | frozenset([1, 2]))
srt(frozenset([1, 2, 3]) | None)
srt(frozenset([1, 2, 3]) | {1: 2}.keys())
srt(frozenset([1, 2, 3]) - {1})
srt(frozenset([1, 2, 3]) - 5)
srt(frozenset([1, 2, 3]) ^ set())
srt(frozenset([1, 2, 3]) ^ {1, 2, 3})
srt(frozenset([1, 2, 3]) ^ [1])
frozenset([1, 2]) == frozenset()
frozenset([1, 2]) == [1]
frozenset([1, 2]) != SSet([1, 9])
frozenset([1, 2]) != frozenset()
frozenset([1, 2]) != [1]
frozenset([1, 2]) < {1, 2, 3}
frozenset([1, 2]) < None
frozenset([1, 2]) <= {1}
frozenset([1, 2]) <= {1.0, True}
frozenset([1, 2]) > {1, 2, 3}
frozenset([1, 2]) > frozenset()
frozenset([1, 2]) > None
frozenset([1, 2]) >= frozenset([1, 2])
frozenset([1, 2]) >= SSet([1, 9])
frozenset([1, 2]) >= frozenset()
frozenset([1, 2]) >= [1]
frozenset() == None
frozenset() != {1}
frozenset() != {1.0, True}
frozenset() != SSet([1, 9])
frozenset() != [1]
frozenset() < {1, 2, 3}
frozenset() < frozenset([1, 2])
frozenset() < SSet([1, 9])
frozenset() <= {1, 2, 3}
frozenset() <= {1.0, True}
frozenset() <= SSet([1, 9])
frozenset() <= frozenset()
frozenset() <= 5
frozenset() > frozenset([1, 2])
frozenset() > SSet([1, 9])
frozenset([1, 2, 3]) == {1.0, True}
frozenset([1, 2, 3]) == 5
frozenset([1, 2, 3]) != {1, 2, 3}
frozenset([1, 2, 3]) != {1.0, True}
frozenset([1, 2, 3]) != frozenset([1, 2])
frozenset([1, 2, 3]) < {1.0, True}
frozenset([1, 2, 3]) > set()
frozenset([1, 2, 3]) > None
frozenset([1, 2, 3]) >= {1, 2, 3}
1 in frozenset([1, 2])
1 in frozenset()
1 in frozenset([1, 2, 3])
1.0 in frozenset([1, 2])
1.0 in frozenset()
1.0 in frozenset([1, 2, 3])
[] in frozenset([1, 2])
[] in frozenset()
[] in frozenset([1, 2, 3])
Bad() in frozenset([1, 2])
Bad() in frozenset()
Bad() in frozenset([1, 2, 3])
Lying() in frozenset([1, 2])
Lying() in frozenset()
Lying() in frozenset([1, 2, 3])
set() in frozenset([1, 2])
set() in frozenset()
set() in frozenset([1, 2, 3])
{1} in frozenset([1, 2])
{1} in frozenset()
{1} in frozenset([1, 2, 3])
frozenset([1]) in {frozenset([1])}
{1} in {frozenset([1])}
len(frozenset([1, 2, 3]))
repr(frozenset([1, 2]))
repr(frozenset())
bool(frozenset([1, 2]))
frozenset() + frozenset()
type(frozenset() & frozenset([1, 2])).__name__
type(frozenset([1, 2]) | frozenset()).__name__
""")
