# Dicts of plain keys (exact str, small int) keep no hashes; the first other key makes them. Every way across that line.
import collections, random
random.seed(3)

class Str(str): pass
class Odd:
    def __init__(self, n): self.n = n
    def __hash__(self): return hash(self.n)
    def __eq__(self, other): return self.n == (other.n if isinstance(other, Odd) else other)
    def __repr__(self): return 'Odd(%r)' % (self.n,)

makers = [lambda n: n, lambda n: 'k%d' % n, lambda n: (n, n), lambda n: float(n), lambda n: n + 0.5, lambda n: Str('k%d' % n), lambda n: Odd(n), lambda n: Odd('k%d' % n),
          lambda n: n + 2 ** 61 - 1, lambda n: n << 70, lambda n: None if n % 2 else True, lambda n: b'k%d' % n, lambda n: -n]

def check(d, model):
    assert len(d) == len(model) and list(d.items()) == model, (d, model)
    for k, v in model: assert d[k] == v and k in d and d.get(k) == v
def place(model, key):
    for i, (k, v) in enumerate(model):
        if k is key or hash(k) == hash(key) and k == key: return i
    return -1

for trial in range(400):
    ordered = trial % 3 == 0
    d = collections.OrderedDict() if ordered else {}
    model = []
    pool = random.sample(makers, random.randrange(1, 5))
    if trial % 4 == 1: pool = makers[:2]
    size = random.choice([6, 12, 50, 300])
    for step in range(random.randrange(1, 150)):
        key, action = random.choice(pool)(random.randrange(size)), random.randrange(12)
        if step == 40 and trial % 4 == 1: pool = makers
        at = place(model, key)
        if action < 6:
            d[key] = step
            if at < 0: model.append((key, step))
            else: model[at] = (model[at][0], step)
        elif action < 8:
            try: del d[key]
            except KeyError: assert at < 0
            else: del model[at]
        elif action == 8:
            assert d.pop(key, 'none') == (model.pop(at)[1] if at >= 0 else 'none')
        elif action == 9:
            assert d.setdefault(key, step) == (model[at][1] if at >= 0 else step)
            if at < 0: model.append((key, step))
        elif action == 10 and model:
            assert d.popitem() == model.pop()
        elif ordered and at >= 0:
            last = random.random() < 0.5
            d.move_to_end(key, last)
            model.insert(len(model) if last else 0, model.pop(at))
        else:
            d = d.copy()
            other = {}
            other.update(d)
            check(other, model)
            check(dict(d, **{}), model)
    check(d, model)
    assert dict(d) == d and {**d} == d and set(d) == {k for k, v in model} and dict.fromkeys(d, 0) == {k: 0 for k, v in model}
print('done')  # expect: done

d = {1: 'int', 'a': 'str'}
print(d[True], d[1.0], d[Odd(1)], d[Str('a')], d[Odd('a')], 2.0 in d, Str('b') in d, (1,) in d)  # expect: int int int str str False False False
d[1.0] = 'float'; d[Str('a')] = 'Str'; print(d, [type(k).__name__ for k in d])  # expect: {1: 'float', 'a': 'Str'} ['int', 'str']
d[()] = 'tuple'; d[True] = 'bool'; print(d, d.pop(Odd(1)), d.pop(Odd('a')), d)  # expect: {(): 'tuple'} bool Str {(): 'tuple'}

# An __eq__ that changes the table while a key that is not plain is looked for.
class Evil:
    def __init__(self, act): self.act = act
    def __hash__(self): return hash(7)
    def __eq__(self, other): act, self.act = self.act, None; act and act(); return False
def lookup(prepare, act):
    d = prepare()
    e = Evil(lambda: act(d))
    found = d.get(e, 'missing')
    d[Evil(lambda: act(d))] = 'new'
    try: del d[Evil(lambda: act(d))]
    except KeyError: pass
    return found, len(d), sorted(map(str, d.values()))
for act in (lambda d: d.clear(), lambda d: d.update({i: i for i in range(100)}), lambda d: d.pop(7, 0), lambda d: d.update({(1, 2): 3}), lambda d: d.update(x=1)):
    for prepare in (lambda: {7: 'seven'}, lambda: {7: 'seven', 'a': 'b'}, lambda: {7: 'seven', (): 1}):
        found, size, values = lookup(prepare, act)
        print(found, size, values[:3], end=' | ')
    print()
# expect: missing 0 [] | missing 0 [] | missing 0 [] |
# expect: missing 101 ['0', '1', '10'] | missing 102 ['0', '1', '10'] | missing 102 ['0', '1', '1'] |
# expect: missing 1 ['new'] | missing 2 ['b', 'new'] | missing 2 ['1', 'new'] |
# expect: missing 3 ['3', 'new', 'seven'] | missing 4 ['3', 'b', 'new'] | missing 4 ['1', '3', 'new'] |
# expect: missing 3 ['1', 'new', 'seven'] | missing 4 ['1', 'b', 'new'] | missing 4 ['1', '1', 'new'] |
