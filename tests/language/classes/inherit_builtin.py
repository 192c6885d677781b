class L(list):
    def __getitem__(self, i): return 'L' + str(list.__getitem__(self, i))
    def __len__(self): return 100
class D(dict):
    def __getitem__(self, k): return 'D' + str(k)
    def __contains__(self, k): return True
class S(set):
    def __contains__(self, k): return False
class I(int):
    def __eq__(self, o): return False
    __hash__ = int.__hash__
l = L([1, 2])
print(l[0], len(l), list(l), [x for x in l], sorted(l), l == [1, 2], repr(l), bool(l), l + [3])  # expect: L1 100 [1, 2] [1, 2] [1, 2] True [1, 2] True [1, 2, 3]
d = D(a=1)
print(d['zz'], 'q' in d, d.get('a'), d, dict(d), '%(x)s' % d, '{x}'.format_map(d), list(d))  # expect: Dzz True 1 {'a': 1} {'a': 1} Dx Dx ['a']
print(1 in S([1]), S([1]) == {1}, I(1) == 1, I(1) in [1], 1 in [I(1)], I(1) + 1)  # expect: False True False False False 2
class B(bytes):
    def __len__(self): return 7
print(len(B(b'ab')), B(b'ab'), B(b'ab')[0], B(b'a') + b'c')  # expect: 7 b'ab' 97 b'ac'
class F(float):
    def __add__(self, o): return 'F.add'
    __radd__ = __add__
print(F(1) + 1, 1 + F(1), 1.0 + F(1), F(2) * 2)  # expect: F.add F.add F.add 4.0
class E(Exception):
    pass
print(E(1, 2).args, repr(E()), str(E('m')))  # expect: (1, 2) E() m
