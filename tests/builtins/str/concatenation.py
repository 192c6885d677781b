s = ''
for i in range(200):
    s += chr(97 + i % 26)
print(len(s), s[:30], s[-5:])  # expect: 200 abcdefghijklmnopqrstuvwxyzabcd nopqr
t = s
s += '€'
print(len(t), len(s), s[-1], t[-1])  # expect: 200 201 € r
u = 'é' + 'a' + '€' + '😀'
print(u, len(u), u + u == u * 2, (u * 3)[4:8] == u)  # expect: éa€😀 4 True True
l = ['x'] * 3
l[0] += 'y'
print(l)  # expect: ['xy', 'x', 'x']
d = {'k': 'v'}
d['k'] += 'w'
print(d, 'a' 'b' + 'c' * 2 + 'd')  # expect: {'k': 'vw'} abccd
