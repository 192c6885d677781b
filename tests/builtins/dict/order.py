d = {}
for i in [5, 3, 9, 1]:
    d[i] = i
print(list(d), d)  # expect: [5, 3, 9, 1] {5: 5, 3: 3, 9: 9, 1: 1}
d[3] = 'new'
del d[5]
d[5] = 'again'
print(d)  # expect: {3: 'new', 9: 9, 1: 1, 5: 'again'}
d.pop(9)
d[9] = 0
print(list(d.items()))  # expect: [(3, 'new'), (1, 1), (5, 'again'), (9, 0)]
for i in range(100, 120):
    d[i] = None
for i in range(100, 119):
    del d[i]
print(d, d == {119: None, 9: 0, 5: 'again', 1: 1, 3: 'new'})  # expect: {3: 'new', 1: 1, 5: 'again', 9: 0, 119: None} True
def f(**kw):
    return list(kw)
print(f(z=1, a=2, m=3))  # expect: ['z', 'a', 'm']
