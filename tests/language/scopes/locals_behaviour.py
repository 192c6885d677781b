def f(a):
    b = 2
    snapshot = locals()
    snapshot['b'] = 99
    snapshot['new'] = 1
    return b, sorted(snapshot), sorted(locals())
print(f(1))  # expect: (2, ['a', 'b', 'new'], ['a', 'b', 'new', 'snapshot'])
def g():
    def inner():
        return x
    x = 1
    return sorted(locals())
print(g())  # expect: ['inner', 'x']
class A:
    p = 1
    locals()['q'] = 2
    r = q
print(A.r)  # expect: 2
def h(*args, k=1, **kw):
    return sorted(locals().items())
print(h(1, z=2))  # expect: [('args', (1,)), ('k', 1), ('kw', {'z': 2})]
print([sorted(locals()) for i in range(1)], (lambda v: locals())(5))  # expect: [['.0', 'i']] {'v': 5}
globals()['dyn'] = 1
print(dyn)  # expect: 1
def d():
    x = 1
    del x
    return locals()
print(d())  # expect: {}
print(list(v for v in (sorted(locals()) for w in range(1))))  # expect: [['.0', 'w']]
