class E:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == getattr(o, 'v', o)
    def __hash__(self): return hash(self.v)
d = {1: 'int', 'a': 'str', b'a': 'bytes', (1,): 'tuple', None: 'none', frozenset([1]): 'fs', 1.5: 'float', int: 'type', len: 'builtin', 2**70: 'big', 1j: 'complex', range(2): 'range', ...: 'dots'}
print(d[1.0], d['a'], d[b'a'], d[(1,)], d[None], d[frozenset({1})], d[1.5], d[int], d[len], d[2**70], d[1j], d[range(2)], d[...], d[True], d[E(1)], len(d))  # expect: int str bytes tuple none fs float type builtin big complex range dots int int 13
