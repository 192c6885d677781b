from collections import deque


def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


d = deque([1, 2, 3])
d.append(4); d.appendleft(0); d.extend([5]); d.extendleft([-1, -2])
print(d, d.pop(), d.popleft(), len(d), d[0], d[-1], 3 in d, d.index(3), d.count(1), list(reversed(d)))  # expect: deque([-1, 0, 1, 2, 3, 4]) 5 -2 6 -1 4 True 4 1 [4, 3, 2, 1, 0, -1]
d.rotate(2)
print(d)  # expect: deque([3, 4, -1, 0, 1, 2])
d.rotate(-1)
print(d, d.reverse(), d, d.insert(1, 'x'), d.remove('x'), d.copy(), d == d.copy())  # expect: deque([3, 2, 1, 0, -1, 4]) None deque([3, 2, 1, 0, -1, 4]) None None deque([3, 2, 1, 0, -1, 4]) True
m = deque('abc', maxlen=2)
m.append('d')
print(m, m.maxlen, m.appendleft('z'), m, d.maxlen, deque([1]) + deque([2]), deque([1]) * 3, deque([1]) < deque([2]), deque())  # expect: deque(['z', 'c'], maxlen=2) 2 None deque(['z', 'c'], maxlen=2) None deque([1, 2]) deque([1, 1, 1]) True deque([])
d[1] = 'set'
del d[0]
print(d)  # expect: deque(['set', 1, 0, -1, 4])
print(attempt(lambda: deque().pop()))  # expect: IndexError: pop from an empty deque
print(attempt(lambda: deque().popleft()))  # expect: IndexError: pop from an empty deque
print(attempt(lambda: d[100]))  # expect: IndexError: deque index out of range
print(attempt(lambda: d.remove('nope')))  # expect: ValueError: deque.remove(x): x not in deque
print(attempt(lambda: d.index('nope')))  # expect: ValueError: 'nope' is not in deque
print(attempt(lambda: deque(5)))  # expect: TypeError: 'int' object is not iterable
print(attempt(lambda: deque([], -1)))  # expect: ValueError: maxlen must be non-negative
print(attempt(lambda: deque([], 'a')))  # expect: TypeError: an integer is required
print(attempt(lambda: hash(d)))  # expect: TypeError: unhashable type: 'collections.deque'
print(attempt(lambda: deque([1]) + [1]))  # expect: TypeError: can only concatenate deque (not "list") to deque
print(attempt(lambda: m.insert(0, 1)))  # expect: IndexError: deque already at its maximum size
print(attempt(lambda: d['a']))  # expect: TypeError: sequence index must be integer, not 'str'
d.clear()
print(d, bool(d))  # expect: deque([]) False
r = deque()
r.append(r)
print(r)  # expect: deque([[...]])
