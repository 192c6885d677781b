# Growth, copies and algorithms of list, dict, set, tuple, deque and their iterators.
numbers = [n * 7 % 13 for n in range(60)]
numbers.sort()
numbers[3:5] = range(10)
del numbers[::2]
numbers.insert(0, -1)
assert numbers[0] == -1 and sorted(set(numbers)) == sorted(dict.fromkeys(numbers))
table = {str(n): [n] for n in range(40)}
table.update(zip('abc', range(3)))
table.setdefault('list', []).append(table)
for key in list(table)[::3]:
    del table[key]
assert 'b' in table or 'c' in table
left, right = set(range(20)), frozenset(range(10, 30))
assert len(left | right) == 30 and len(left & right) == 10 and len(left ^ right) == 20
first, *middle, last = tuple(range(12))
assert (first, len(middle), last) == (0, 10, 11)
from collections import OrderedDict, defaultdict, deque, namedtuple
queue = deque(range(80), 50)
queue.rotate(3)
queue.extendleft([1, 2])
counts = defaultdict(int)
for letter in 'mississippi':
    counts[letter] += 1
assert counts['s'] == 4
ordered = OrderedDict(sorted(counts.items()))
ordered.move_to_end('i')
assert next(reversed(ordered)) == 'i'
Pair = namedtuple('Pair', 'a b')
assert Pair(1, b=2)._replace(a=3) == (3, 2)
import itertools, heapq
assert sum(1 for _ in itertools.permutations(range(4))) == 24
assert heapq.nsmallest(2, [5, 1, 4]) == [1, 4]
assert list(itertools.chain.from_iterable([[1], [2]])) == [1, 2]
assert [k for k, g in itertools.groupby('aab')] == ['a', 'b']
