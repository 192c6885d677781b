# One ASCII character replaced by another, eight at a time: every length and place, neighbours that differ in one bit.
import random
random.seed(1)
t=0
for n in range(0,70):
    for _ in range(20):
        s=''.join(random.choice('abc\x00\x7f~\x01\x80'[:7]) for _ in range(n))
        for a in 'a\x00\x7f\x01~':
            for b in 'b\x00\x7f':
                r=s.replace(a,b)
                assert r==''.join(b if c==a else c for c in s),(s,a,b)
                for c in r: t=(t*31+ord(c))%1000000007
print(t)  # expect: 679272526
