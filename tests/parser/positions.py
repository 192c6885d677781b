# Where CPython 3.6 says a node begins is not always where it begins.
a + b + c * d * e
(a + b).c(d)[e].f
(
    a,
    b,
)
(x for x in y)
[x for x in y]
{x for x in y}
{x: 1 for x in y}
f(x for x in y)
x = '''two
lines'''
x = f('''two
lines''', y) + z
'''a
b'''.join(c)
not (a)
-(a) ** -(b)
(a) if (b) else (c)
(a) < (b) < (c)
(a) and (b) and (c)
for (x), y in z: pass
for x, in z: pass
x[a, b], x[a:b, c], x[a,], x[::], x[a:b:c], x[...], x[:, 1]
await_ = é = 'é' + ñ
