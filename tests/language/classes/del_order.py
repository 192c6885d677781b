class A:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
a = A(1)
a = A(2)  # expect: del 1
del a  # expect: del 2
print('after')  # expect: after
def f():
    x = A('local')
    return 5
print(f())  # expect: del local
# expect: 5
l = [A('l0'), A('l1')]
del l[0]  # expect: del l0
l.clear()  # expect: del l1
d = {'k': A('d')}
d['k'] = None  # expect: del d
A('temp')  # expect: del temp
print('temp gone')  # expect: temp gone
t = (A('t'),)
b = t
del t
print('still')  # expect: still
del b  # expect: del t
class Res:
    saved = None
    def __del__(self):
        Res.saved = self
        print('resurrect')
r = Res()
del r  # expect: resurrect
print(Res.saved is not None)  # expect: True
Res.saved = None
print('done')  # expect: done
