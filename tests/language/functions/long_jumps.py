body = 'def f(x):\n    t = 0\n    for i in range(x):\n'
for k in range(300):
    body += '        if i %% 7 == %d:\n            t += %d\n            continue\n' % (k % 7, k)
body += '    else:\n        t += 1000000\n    return t\n'
ns = {}
exec(body, ns)
print(ns['f'](50), ns['f'](0))  # expect: 1000147 1000000
