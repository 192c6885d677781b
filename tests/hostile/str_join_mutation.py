def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


class It:
    def __iter__(self):
        l.clear()
        return iter(['a', 'b'])
l = ['x'] * 3
print('-'.join(It()))  # expect: a-b
def gen():
    yield 'a'
    l.append('z')
    yield 'b'
print(','.join(gen()), l)  # expect: a,b ['z']
class S(str):
    def __str__(self):
        l.clear()
        return 'evil'
l = [S('a'), 'b']
print(','.join(l))  # expect: a,b
class F:
    def __format__(self, s):
        l.clear()
        return 'f'
    def __str__(self):
        l.clear()
        return 's'
    __repr__ = __str__
l = [F(), F(), 1]
print('{0[0]} {0[1]}'.format(l) if False else repr(l))  # expect: [s]
l = [F(), F(), 1]
print('%s %s' % (l[0], l[1]), l)  # expect: s s []
class Key:
    def __getitem__(self, k):
        if k == 'stop': raise KeyError(k)
        return k
print('%(a)s %(b)s' % Key())  # expect: a b
print(attempt(lambda: '%(stop)s' % Key()))  # expect: KeyError: 'stop'
class T:
    def __getitem__(self, c):
        return None if c == 98 else 'xx'
print('abc'.translate(T()))  # expect: xxxx
