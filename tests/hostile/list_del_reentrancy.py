class D:
    def __init__(self, f): self.f = f
    def __del__(self): self.f()
l = []
l.append(D(lambda: l.append('from del')))
l.clear()
print(l)  # expect: ['from del']
l = [D(lambda: l.clear()) for _ in range(5)]
del l[1:4]
print(len(l))  # expect: 0
l = [1, 2, 3]
l[0] = D(lambda: l.clear())
l[0] = 'new'
print(l)  # expect: []
l = [D(lambda: l.extend('ab')), 1]
l[:] = [9]
print(l)  # expect: [9, 'a', 'b']
l = [D(lambda: l.append(1))]
l.pop()
print(l)  # expect: [1]
d = {}
d['k'] = D(lambda: d.clear())
d['k'] = 2
print(d)  # expect: {}
d['a'] = D(lambda: d.update(x=1))
d.clear()
print(d)  # expect: {'x': 1}
s = set()
s.add(D(lambda: s.add(5)))
s.clear()
print(s)  # expect: {5}
t = [D(lambda: t.clear())] * 3
t = None
print('end')  # expect: end
