a or b or c and d and not e
a < b <= c == d != e >= f > g
a in b not in c is d is not e
a | b ^ c & d << e >> f + g - h * i / j // k % l @ m
-a ** -b ** ~c + +d
a if b else c if d else e
f(), f(a), f(a,), f(*a), f(**a), f(a, *b, c, *d, e=f, **g, h=i, **j)
f(a for b in c if d)(e)
(), (a), (a,), (a, b), (*a, b)
[], [a], [a, *b]
{}, {a}, {a, *b}, {a: b}, {a: b, **c}, {**a}
[a for b in c if d if e for f, g in h]
{a: b for c in d if lambda: e}
[x for x in a if b or c]
a.b.c.d
a[b][c, d][e:f]
None, True, False, ..., __debug__
(yield_)
