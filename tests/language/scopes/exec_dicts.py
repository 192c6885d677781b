def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


g, l = {'a': 1}, {'b': 2}
exec('c = a + b\nd = 5\ndef f(): return a', g, l)
print(sorted(l), l['c'], l['f'](), 'c' in g)  # expect: ['b', 'c', 'd', 'f'] 3 1 False
exec('global z\nz = 1', g, l)
print(g['z'], 'z' in l)  # expect: 1 False
exec('x = [i for i in range(3)]\ny = [b for _ in range(1)] if 0 else None', g, l)
print(l['x'])  # expect: [0, 1, 2]
print(attempt(lambda: exec('[b for _ in range(1)]', g, l)))  # expect: NameError: name 'b' is not defined
class M:
    def __init__(self): self.d = {}
    def __getitem__(self, k):
        if k == 'dyn': return 'dynamic'
        return self.d[k]
    def __setitem__(self, k, v):
        print('set', k)
        self.d[k] = v
    def __delitem__(self, k):
        print('del', k)
        del self.d[k]
m = M()
exec('q = dyn\nr = q * 2\ndel q', {}, m)  # expect: set q
# expect: set r
# expect: del q
print(m.d)  # expect: {'r': 'dynamicdynamic'}
def f():
    v = 1
    exec('v = 2')
    exec('w = 3')
    return v, 'w' in locals()
print(f())  # expect: (1, True)
print(eval('a', {'a': 5, '__builtins__': {}}))  # expect: 5
print(attempt(lambda: eval('len', {'__builtins__': {}})))  # expect: NameError: name 'len' is not defined
print(attempt(lambda: eval('len("abc")', {'__builtins__': {'len': lambda x: 'mine'}})))  # expect: mine
l['g'] = 'local g'
exec('class K:\n  t = a\n', g, l)
print(l['K'].t)  # expect: 1
def closure(n):
    def inner(): return n
    return eval('n + 1')
print(closure(1))  # expect: 2
exec('import math', g)
print(g['math'].pi > 3)  # expect: True
