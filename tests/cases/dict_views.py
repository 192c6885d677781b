from _cases import *

run(r"""
it({}.keys())
it({}.values())
it({}.items())
it({1: 2}.keys())
it({1: 2}.values())
it({1: 2}.items())
it({'a': 1, 'b': 2}.keys())
it({'a': 1, 'b': 2}.values())
it({'a': 1, 'b': 2}.items())
it(SDict(x=1).keys())
it(SDict(x=1).values())
it(SDict(x=1).items())
it({None: 0, (): 1, 1.5: 2}.keys())
it({None: 0, (): 1, 1.5: 2}.values())
it({None: 0, (): 1, 1.5: 2}.items())
{1: 2, 3: 4}.keys() & {1}
{1: 2, 3: 4}.keys() & [1, 5]
{1: 2, 3: 4}.keys() & set()
{1: 2, 3: 4}.keys() & {1: 0}.keys()
{1: 2, 3: 4}.keys() & 5
{1: 2, 3: 4}.keys() & 'a'
{1: 2, 3: 4}.keys() - {1}
{1: 2, 3: 4}.keys() - [1, 5]
{1: 2, 3: 4}.keys() - set()
{1: 2, 3: 4}.keys() - {1: 0}.keys()
{1: 2, 3: 4}.keys() - 5
{1: 2, 3: 4}.keys() - 'a'
{1: 2, 3: 4}.keys() == {1}
{1: 2, 3: 4}.keys() == [1, 5]
{1: 2, 3: 4}.keys() == set()
{1: 2, 3: 4}.keys() == {1: 0}.keys()
{1: 2, 3: 4}.keys() == 5
{1: 2, 3: 4}.keys() == 'a'
{1: 2, 3: 4}.keys() < {1}
{1: 2, 3: 4}.keys() < [1, 5]
{1: 2, 3: 4}.keys() < set()
{1: 2, 3: 4}.keys() < {1: 0}.keys()
{1: 2, 3: 4}.keys() < 5
{1: 2, 3: 4}.keys() < 'a'
{1: 2, 3: 4}.keys() <= {1}
{1: 2, 3: 4}.keys() <= [1, 5]
{1: 2, 3: 4}.keys() <= set()
{1: 2, 3: 4}.keys() <= {1: 0}.keys()
{1: 2, 3: 4}.keys() <= 5
{1: 2, 3: 4}.keys() <= 'a'
{1: 2, 3: 4}.keys() > {1}
{1: 2, 3: 4}.keys() > [1, 5]
{1: 2, 3: 4}.keys() > set()
{1: 2, 3: 4}.keys() > {1: 0}.keys()
{1: 2, 3: 4}.keys() > 5
{1: 2, 3: 4}.keys() > 'a'
{1: 2, 3: 4}.keys() >= {1}
{1: 2, 3: 4}.keys() >= [1, 5]
{1: 2, 3: 4}.keys() >= set()
{1: 2, 3: 4}.keys() >= {1: 0}.keys()
{1: 2, 3: 4}.keys() >= 5
{1: 2, 3: 4}.keys() >= 'a'
srt({1: 2, 3: 4}.keys() | {1})
srt({1: 2, 3: 4}.keys() | [1, 5])
srt({1: 2, 3: 4}.keys() | {5: 0}.keys())
srt({1: 2, 3: 4}.keys() ^ {1})
srt({1: 2, 3: 4}.keys() ^ [1, 5])
srt({1: 2, 3: 4}.keys() ^ {5: 0}.keys())
{1: 2}.items() & {(1, 2)}
{1: 2}.items() == {(1, 2)}
(1, 2) in {1: 2}.items()
(1, 3) in {1: 2}.items()
5 in {1: 2}.items()
(1,) in {1: 2}.items()
[] in {1: 2}.keys()
([], 1) in {1: 2}.items()
2 in {1: 2}.values()
{1: 2}.values() == {1: 2}.values()
{1: 2}.keys().isdisjoint([2])
{1: 2}.keys().isdisjoint([1])
{1: 2}.keys().isdisjoint(5)
{1: 2}.items().isdisjoint({(1, 2)})
len({1: 2}.items())
repr({1: 2}.keys()), repr({1: 2}.values()), repr({1: 2}.items())
hash({}.keys())
{}.keys() - [1]
{1: [2]}.items() - {5}
{1: 2}.keys() < {1, 2}
{1: 2}.keys().__sub__(5)
bool({}.keys()), bool({1: 2}.values())
{}.keys()[0]
next({}.keys())
""")
