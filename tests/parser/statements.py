x = y = z
x, *y = z
*x, = yield_
x += 1; x -= 1; x *= 1; x /= 1; x //= 1; x %= 1; x @= 1; x &= 1; x |= 1; x ^= 1; x <<= 1; x >>= 1; x **= 1
x: int
x: int = 1
(x): int = 1
x.y: int
x[0]: int = 2
del x, y[0], (z, w), [v]
del ()
pass
assert x
assert x, y
raise
raise x
raise x from y
import a, b.c, d as e, f.g as h
from a import b, c as d
from a.b import (c, d,)
from . import a
from ... import a
from ....a.b import *
global a
if a: b
elif (c): d
elif e:
    f
else: g
while a:
    break
else:
    continue
for a in b, c:
    d
else:
    e
for a, (b, c) in d: e
for *a, b in c: d
try: a
except: b
try:
    a
except b: c
except (d, e) as f: g
else: h
finally: i
try: a
finally: b
with a: b
with a as b, c as (d, e), f: g
if a: b; c; d;
