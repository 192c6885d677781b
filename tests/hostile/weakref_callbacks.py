# Callbacks of weak references that change what is being taken apart.
import gc
import weakref


def attempt(call, *args):
    try:
        return call(*args)
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


class A: pass


# Callbacks run from the newest to the oldest; one may drop the others.
log = []
a = A()
refs = [weakref.ref(a, lambda r, n=n: log.append((n, r() is None))) for n in range(4)]
del a
print(log)  # expect: [(3, True), (2, True), (1, True), (0, True)]
log = []
a = A()
refs = []
for n in range(4):
    refs.append(weakref.ref(a, lambda r, n=n: (log.append(n), refs.clear())))
del a
print(log, refs)  # expect: [3, 2, 1, 0] []
a = A()
refs = [weakref.ref(a, lambda r: refs.append(attempt(weakref.ref, r)))]
del a
print(len(refs), type(refs[1]).__name__ if not isinstance(refs[1], str) else refs[1])  # expect: 2 TypeError: cannot create weak reference to 'weakref' object


# A callback makes new references and objects, or cannot bring the object back.
back = []
a = A()
r = weakref.ref(a, lambda ref: back.append(ref()))
del a
print(back)  # expect: [None]
class Resurrects:
    def __del__(self):
        back.append(self)
x = Resurrects()
r = weakref.ref(x, lambda ref: back.append('callback'))
p = weakref.proxy(x)
del back[:]
del x
print(len(back), type(back[0]).__name__, r() is None, attempt(lambda: p.y), back[1:])  # expect: 1 Resurrects False AttributeError: 'Resurrects' object has no attribute 'y' []
del back[:]
class InDel:
    def __del__(self):
        back.append(weakref.ref(self))
        back.append(weakref.ref(self, lambda r: back.append('late')))
        back.append(self)
x = InDel()
del x
print([type(b).__name__ for b in back], back[0]() is back[2])  # expect raises: TypeError: 'str' object is not callable
del back[2]
gc.collect()
print([type(b).__name__ for b in back], back[0]())


# Containers change while they die.
class Key:
    def __init__(self, n): self.n = n
    def __hash__(self): return 1
    def __eq__(self, other):
        events.append((self.n, getattr(other, 'n', None)))
        return self is other
events = []
d = weakref.WeakKeyDictionary()
keys = [Key(n) for n in range(3)]
for k in keys:
    d[k] = k.n
del events[:]
del k, keys[1]
print(len(d), sorted(d.values()))
for k in d.keys():
    keys.clear()
    break
del k
gc.collect()
print(len(d), list(d.items()))
v = weakref.WeakValueDictionary()
objs = [A() for _ in range(5)]
for n, o in enumerate(objs):
    v[n] = o
del o
for n, o in v.items():
    if n == 1:
        del objs[2:]
        v['new'] = o
del o
print(sorted(map(str, v.keys())))
s = weakref.WeakSet(objs)
for o in s:
    objs.clear()
del o
print(len(s), len(v))
def dies(ref):
    lst.clear()
lst = [A(), A(), A()]
r = weakref.ref(lst[1], dies)
del lst[1]
print(lst)
lst = [A() for _ in range(10)]
rs = [weakref.ref(o, lambda r: lst.append(0)) for o in lst]
del o
lst[:] = []
print(lst)
lst = [A() for _ in range(6)]
rs = [weakref.ref(o, lambda r: lst and lst.pop()) for o in lst]
del o
lst[2:4] = [1, 2, 3]
print(len(lst))
dct = {n: A() for n in range(6)}
rs = [weakref.ref(o, lambda r: dct.pop(max(dct, default=0), None)) for o in dct.values()]
del dct[0]
print(dct.keys())
dct = {n: A() for n in range(3)}
rs = [weakref.ref(o, lambda r: dct.update(z=1)) for o in dct.values()]
dct.clear()
print(dct)
st = {A() for _ in range(4)}
rs = [weakref.ref(o, lambda r: st.add(len(st))) for o in st]
st.clear()
print(sorted(st))


# Errors in callbacks, strange references, subclasses.
class Ref(weakref.ref):
    def __new__(cls, ob, callback=None, tag=None):
        return super().__new__(cls, ob, callback)
    def __init__(self, ob, callback=None, tag=None):
        super().__init__(ob, callback)
        self.tag = tag
    def __call__(self):
        return self.tag, super().__call__()
a = A()
r = Ref(a, None, 'tag')
print(r()[0], r()[1] is a, r == weakref.ref(a), weakref.getweakrefcount(a), hash(r) == hash(weakref.ref(a)))
del a
print(r(), attempt(hash, Ref(A())))
print(attempt(weakref.ref, 5), attempt(weakref.ref, A(), 5)() is None, attempt(weakref.proxy, ()))
class NoCompare:
    def __eq__(self, other): raise KeyError('eq')
    def __hash__(self): raise KeyError('hash')
n = NoCompare()
print(attempt(lambda: weakref.ref(n) == weakref.ref(NoCompare())), attempt(hash, weakref.ref(n)))
m = NoCompare()
print(attempt(lambda: weakref.ref(n) == weakref.ref(m)))
p = weakref.proxy(n)
print(attempt(lambda: p == 1), attempt(lambda: p < 1), attempt(hash, p))
f = weakref.finalize(n, print, 'finalized')
del n
print(f.alive, attempt(lambda: p == 1))
a = A()
a.self = weakref.proxy(a)
a.self.self.value = 5
print(a.value, a.self == a, a.self.self.self is a.self)
del a


# Cycles: references in the rubbish have no callback any more.
class Node: pass
log = []
n = Node()
n.me = n
n.ref = weakref.ref(n, lambda r: log.append('inside'))
outside = weakref.ref(n, lambda r: log.append('outside'))
del n
gc.collect()
print(log, outside())
class NodeDel(Node):
    def __del__(self):
        log.append((outside() is None, attempt(lambda: self.ref() is self)))
log = []
n = NodeDel()
n.me = n
n.ref = weakref.ref(n)
outside = weakref.ref(n)
del n
gc.collect()
print(log)
def collects(phase, info):
    log.append(phase)
    gc.collect()
    gc.callbacks.remove(collects)
log = []
gc.callbacks.append(collects)
gc.collect()
print(log, gc.callbacks)
class DelCollects:
    def __del__(self):
        gc.collect()
        log.append(gc.get_referrers(self) == [])
log = []
n = DelCollects()
n.me = n
del n
gc.collect()
print(len(log))
class DelMakesCycle:
    count = 0
    def __init__(self): self.me = self
    def __del__(self):
        DelMakesCycle.count += 1
        if DelMakesCycle.count < 5:
            DelMakesCycle()
DelMakesCycle()
for _ in range(6):
    gc.collect()
print(DelMakesCycle.count)
