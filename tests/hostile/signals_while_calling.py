# Handlers of signals and finalizers run between two instructions. A call that is about to begin must keep the
# arguments that it was given, wherever they lie: called by a native, from a generator, completed by many defaults.
import signal
import time

def nested(a, b, c, *rest):
    return [a, b, c, rest, sorted([3, 1, 2], key=lambda x: -x)]

hits = 0
class Cycle:
    def __init__(self): self.me = self
    def __del__(self): nested('d', 'e', 'l')

def handler(number, frame):
    global hits
    hits += 1
    nested(object(), hits, 'three', 4, 5)
    Cycle()

class Flag:
    def __init__(self, v): self.v = v
    def __and__(self, other): return self.v & other.v
    def __getitem__(self, i): return self.v + i
    def __lt__(self, other): return self.v < other.v

def many(a=0, b=1, c=2, d=3, e=4, f=5, g=6, h=7, i=8, j=9, k=10, l=11, m=12, n=13, o=14, p=15, q=16, r=17, s=18,
         t=19, u=20, v=21, w=22, x=23, y=24, z=25, aa=26, bb=27, cc=28, dd=29, ee=30, ff=31, gg=32, hh=33, ii=34,
         jj=35, kk=36, ll=37, mm=38, nn=39):
    return a + z + nn

def called(a, b): return a - b
def produce(n):
    for i in range(n):
        yield called(i, 1) + many()

signal.signal(signal.SIGALRM, handler)
signal.setitimer(signal.ITIMER_REAL, 0.0002, 0.0002)
end = time.time() + 1
flags = [Flag(i) for i in range(50)]
while time.time() < end:
    for f in flags:
        assert f & flags[3] == f.v & 3
        assert f[2] == f.v + 2
    assert [f.v for f in sorted(reversed(flags))] == list(range(50))
    assert sorted(range(100), key=lambda x: -x)[0] == 99
    assert list(map(called, range(50), range(50))) == [0] * 50
    assert sum(produce(50)) == sum(i - 1 + 64 for i in range(50))
signal.setitimer(signal.ITIMER_REAL, 0)
print(hits > 20)  # expect: True
