d = {}
for i in range(20000):
    d[i * 3] = str(i)
print(len(d), d[59997], d.get(1), all(d[i * 3] == str(i) for i in range(0, 20000, 777)))  # expect: 20000 19999 None True
for i in range(0, 20000, 2):
    d.pop(i * 3)
print(len(d), list(d)[:3], sum(d))  # expect: 10000 [3, 9, 15] 300000000
s = {'key%d' % i: i for i in range(5000)}
print(s['key4999'], sum(s.values()), list(s)[:2])  # expect: 4999 12497500 ['key0', 'key1']
