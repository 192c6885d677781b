a, b = 1, 2
a, b = b, a
print(a, b)  # expect: 2 1
(c, d), e = [1, 2], 3
[f, *g] = range(4)
*h, i = 'abc'
j, *k, l = [1, 2]
print(c, d, e, f, g, h, i, j, k, l)  # expect: 1 2 3 0 [1, 2, 3] ['a', 'b'] c 1 [] 2
x = y = z = []
print(x is y is z)  # expect: True
m, (n, *o), p = 1, 'xyz', 2
print(m, n, o, p)  # expect: 1 x ['y', 'z'] 2
for q, (r, *s) in [(1, (2, 3, 4)), (5, (6,))]:
    print(q, r, s)
# expect: 1 2 [3, 4]
# expect: 5 6 []
lst = [0, 0]
i = 0
i, lst[i] = 1, 'set'
print(i, lst)  # expect: 1 [0, 'set']
class A: pass
A.x, lst[0:1], *A.rest = 1, 'ab', 3, 4
print(A.x, lst, A.rest)  # expect: 1 ['a', 'b', 'set'] [3, 4]
(t) = 5
[u] = [t]
(v,) = [u]
() = []
[] = ''
print(t, u, v)  # expect: 5 5 5
