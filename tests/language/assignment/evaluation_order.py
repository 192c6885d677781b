log = []
def e(x):
    log.append(x)
    return x
class Log(dict):
    def __setitem__(self, k, v):
        log.append(('set', k, v))
box = Log()
box[e(1)] = e(2)
print(log)  # expect: [2, 1, ('set', 1, 2)]
del log[:]
box[e('a')], box[e('b')] = e(5), e(6)
print(log)  # expect: [5, 6, 'a', ('set', 'a', 5), 'b', ('set', 'b', 6)]
del log[:]
{e('k'): e('v'), e('k2'): e('v2')}
print(log)  # expect: ['k', 'v', 'k2', 'v2']
del log[:]
e(1) + e(2) * e(3)
e(print)(e(4), *[e(5)], sep=e('-'))  # expect: 4-5
print(log)  # expect: [1, 2, 3, <built-in function print>, 4, 5, '-']
del log[:]
class A:
    pass
a = A()
def ga(n):
    log.append('obj%d' % n)
    return a
ga(1).x = e(0)
ga(2).x += e(1)
print(log, a.x)  # expect: [0, 'obj1', 'obj2', 1] 1
