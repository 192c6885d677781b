class CM:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow
    def __enter__(self):
        print('enter', self.name)
        return self.name.upper()
    def __exit__(self, kind, value, trace):
        print('exit', self.name, kind and kind.__name__, value, trace is not None)
        return self.swallow
with CM('a') as a, CM('b') as b:
    print(a, b)
# expect: enter a
# expect: enter b
# expect: A B
# expect: exit b None None False
# expect: exit a None None False
with CM('s', True):
    raise ValueError('gone')
# expect: enter s
# expect: exit s ValueError gone True
print('after')  # expect: after
try:
    with CM('outer'), CM('inner'):
        raise KeyError('k')
except KeyError as e:
    print('caught', e)
# expect: enter outer
# expect: enter inner
# expect: exit inner KeyError 'k' True
# expect: exit outer KeyError 'k' True
# expect: caught 'k'
def f():
    with CM('r'):
        return 'returned'
print(f())  # expect: enter r
# expect: exit r None None False
# expect: returned
for i in range(2):
    with CM('l%d' % i):
        if i == 0:
            continue
        break
# expect: enter l0
# expect: exit l0 None None False
# expect: enter l1
# expect: exit l1 None None False
with CM('t') as (x):
    print(x)
# expect: enter t
# expect: T
# expect: exit t None None False
with CM('xy') as (p, q):
    print(p, q)
# expect: enter xy
# expect: X Y
# expect: exit xy None None False
with CM('sup', True), CM('in'):
    1 / 0
# expect: enter sup
# expect: enter in
# expect: exit in ZeroDivisionError division by zero True
# expect: exit sup ZeroDivisionError division by zero True
