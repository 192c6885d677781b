s = set()
for i in range(10000):
    s.add(i * i % 7919)
t = set(range(0, 8000, 3))
print(len(s), len(s & t), len(s | t), len(s - t), len(s ^ t), sum(s), sum(s & t), max(s), min(s | {-1}))  # expect: 3960 1369 5258 2591 3889 15291589 5259906 7912 -1
for i in range(0, 7919, 2):
    s.discard(i)
print(len(s), all(x % 2 for x in s))  # expect: 1931 True
