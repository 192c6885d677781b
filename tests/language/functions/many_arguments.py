def f(a, b, c, d, e, g, h, i, j, k): return [a, b, c, d, e, g, h, i, j, k]
print(f(*range(10)), f(k=1, j=2, i=3, h=4, g=5, e=6, d=7, c=8, b=9, a=10))  # expect: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] [10, 9, 8, 7, 6, 5, 4, 3, 2, 1]
def many(*args): return len(args)
print(many(*range(1000)), eval('many(' + ', '.join(map(str, range(250))) + ')'))  # expect: 1000 250
ns = {}
exec('def big(%s): return x199' % ', '.join('x%d' % i for i in range(200)), ns)
print(ns['big'](*range(200)))  # expect: 199
exec('def locs():\n' + ''.join('    v%d = %d\n' % (i, i) for i in range(400)) + '    return v399 + v0', ns)
print(ns['locs']())  # expect: 399
print(eval('[' + ', '.join(map(str, range(1000))) + ']')[999], len(eval('{' + ', '.join('%d: 1' % i for i in range(500)) + '}')))  # expect: 999 500
