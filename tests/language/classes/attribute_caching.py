class A:
    x = 'A.x'
    def get(self): return self.x
class B(A): pass
a, b = A(), B()
out = []
for i in range(8):
    out.append((a.get(), b.get()))
    if i == 1: B.x = 'B.x'
    if i == 2: a.x = 'a.x'
    if i == 3: del B.x
    if i == 4: A.x = property(lambda self: 'prop')
    if i == 5: A.x = 'again'
    if i == 6: A.get = lambda self: 'new get'
print(out)  # expect: [('A.x', 'A.x'), ('A.x', 'A.x'), ('A.x', 'B.x'), ('a.x', 'B.x'), ('a.x', 'A.x'), ('prop', 'prop'), ('a.x', 'again'), ('new get', 'new get')]
def read(o): return o.v
class P: v = 1
class Q:
    __slots__ = ('v',)
q = Q()
q.v = 2
class R:
    def __getattr__(self, n): return 3
p = P()
print([read(o) for o in (p, q, R(), p, P, q)])  # expect: [1, 2, 3, 1, 1, 2]
p.v = 10
print([read(o) for o in (p, P(), q, R())])  # expect: [10, 1, 2, 3]
P.v = 20
print([read(o) for o in (p, P())])  # expect: [10, 20]
