"""Hammer the containers with objects whose special methods change them at random: nothing may crash.

    krait random_container_mutation.py [SEED [STEPS]]

Prints "done". CPython 3.6 itself does not survive this, so it is no test with expectations.
"""
import sys, itertools, heapq, bisect, gc
from collections import deque, OrderedDict, defaultdict
seed = int(sys.argv[1]) if len(sys.argv) > 1 else 1
def rnd(n):
    global seed
    seed = (seed * 1103515245 + 12345) & 0x7fffffff
    return (seed >> 8) % n
depth = 0
pool = {}
def mutate():
    global depth
    if depth > 3 or rnd(3): return
    depth += 1
    try:
        c = rnd(16)
        if c == 0: pool['l'].clear()
        elif c == 1: pool['l'].append(E())
        elif c == 2: pool['l'][rnd(5):rnd(9)] = [E(), E()]
        elif c == 3: pool['d'].clear()
        elif c == 4: pool['d'][E()] = E()
        elif c == 5: pool['s'].clear()
        elif c == 6: pool['s'].add(E())
        elif c == 7: pool['q'].clear()
        elif c == 8: pool['q'].append(E())
        elif c == 9: pool['o'].clear()
        elif c == 10: pool['o'][E()] = 1
        elif c == 11: pool['d'].popitem()
        elif c == 12: pool['o'].popitem(bool(rnd(2)))
        elif c == 13: pool['l'].pop()
        elif c == 14: pool['q'].popleft()
        elif c == 15:
            if rnd(30) == 0: gc.collect()
            else: next(pool['it'])
    except Exception: pass
    finally: depth -= 1
class E:
    __slots__ = ('v', 'w')
    def __init__(self): self.v = rnd(6)
    def __hash__(self):
        mutate(); return self.v
    def __eq__(self, o):
        mutate(); return isinstance(o, E) and rnd(3) == 0
    def __lt__(self, o):
        mutate(); return bool(rnd(2))
    def __repr__(self):
        mutate(); return 'E'
    def __index__(self):
        mutate(); return rnd(6)
    def __bool__(self):
        mutate(); return bool(rnd(2))
    def __del__(self):
        mutate()
    def __iter__(self):
        mutate(); yield E(); mutate(); yield E()
    def __call__(self, *a):
        mutate(); return E()
def fresh():
    pool['l'] = [E() for _ in range(rnd(12))]
    pool['d'] = {E(): E() for _ in range(rnd(12))}
    pool['s'] = {E() for _ in range(rnd(12))}
    pool['q'] = deque([E() for _ in range(rnd(12))], rnd(15) if rnd(2) else None)
    pool['o'] = OrderedDict((E(), E()) for _ in range(rnd(12)))
    c = rnd(12); l, d, s = pool['l'], pool['d'], pool['s']
    pool['it'] = [lambda: iter(l), lambda: zip(l, d), lambda: map(E(), l), lambda: filter(None, l), lambda: enumerate(l), lambda: reversed(l), lambda: itertools.groupby(l), lambda: itertools.tee(l)[0], lambda: itertools.product(l, repeat=2), lambda: itertools.permutations(l, 2), lambda: itertools.accumulate(l, E()), lambda: itertools.cycle(l)][c]()
ops = '''l.sort() | l.sort(key=E()) | l.index(E()) | l.count(E()) | l.remove(E()) | E() in l | l == [E()]*len(l) | l < list(l) | repr(l) | l[E():E()] | l.__setitem__(slice(E(), E()), E()) | l.extend(E()) | l.extend(l) | l.insert(E(), E()) | l.pop(E()) | l.__delitem__(slice(E(),E(),2)) | list(E()) | sorted(l, key=E()) | max(l) | l.__imul__(E()) | sum(1 for x in l)
d[E()] | d.get(E()) | d.pop(E(), 0) | d.setdefault(E(), E()) | d.update({E(): 1}) | d.update(d.copy()) | d == dict(d) | repr(d) | E() in d | d.keys() & {E()} | d.items() | d.values() | list(d.items()) | d.items() <= d.items() | dict(d, a=1) | d.copy() | dict.fromkeys(l) | E() in d.values() | (E(), E()) in d.items() | d.popitem() | d.__delitem__(E()) | {**d}
s.add(E()) | s.remove(E()) | s.discard(E()) | s & {E(), E()} | s | {E()} | s - {E()} | s ^ {E()} | s <= {E()} | s.update(l) | s.intersection(l) | s.difference(l) | s.symmetric_difference(l) | s.isdisjoint(l) | s.issubset(l) | frozenset(s) | hash(frozenset(s)) | repr(s) | s.pop() | s == set(s) | s.intersection_update(s, l) | s.symmetric_difference_update(d) | set(l) | {*l, *d}
q.index(E()) | q.count(E()) | q.remove(E()) | E() in q | q == deque(q) | q < deque(l) | repr(q) | q.insert(E(), E()) | q.rotate(E()) | q.extend(l) | q.extendleft(q) | q * 2 | q + q | q.copy() | list(reversed(q)) | q.append(E()) | q.pop() | q[E()] | q.__delitem__(E())
o.move_to_end(E()) | o.pop(E(), 1) | o.popitem() | o == OrderedDict(o) | o.copy() | o.update(d) | list(o.items()) | list(reversed(o)) | repr(o) | o.setdefault(E()) | o[E()] | list(o.values()) | o.__reduce__() | [0 for x in o for y in o]
heapq.heapify(l) | heapq.heappush(l, E()) | heapq.heappop(l) | heapq.heapreplace(l, E()) | heapq.heappushpop(l, E()) | heapq.nsmallest(2, l) | bisect.bisect(l, E()) | bisect.insort(l, E()) | heapq._heappop_max(l)
next(it) | list(itertools.islice(it, 5)) | [list(g) for k, g in itertools.groupby(l)] | list(zip(l, d, s)) | list(map(E(), l)) | list(filter(E(), l)) | list(itertools.combinations(l, 2))[:3] | list(itertools.chain(l, d)) | [x for x in itertools.tee(l, 2)[1]] | list(itertools.takewhile(E(), l)) | list(itertools.zip_longest(l, d)) | it.__reduce__() | list(itertools.starmap(E(), [l, l])) | tuple(l) | hash(tuple(l)) | tuple(l) == tuple(s) | (E(),) < (E(),) | range(E(), E())[E():E()] | E() in range(5) | range(9).index(E()) | slice(E(), E()).indices(9) | slice(E()) == slice(E()) | itertools._grouper'''.replace('\n', ' | ').split(' | ')
codes = [compile(x, x, 'eval') for x in ops]
for step in range(int(sys.argv[2]) if len(sys.argv) > 2 else 20000):
    if step % 7 == 0: fresh()
    ns = dict(pool); ns.update(E=E, itertools=itertools, heapq=heapq, bisect=bisect, deque=deque, OrderedDict=OrderedDict)
    try: eval(codes[rnd(len(codes))], ns)
    except Exception as e:
        if type(e).__name__ in ('SystemError', 'MemoryError'): print(type(e), e)
print('done')
