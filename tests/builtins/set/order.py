# The order of a set of ints follows from the growth of its table.
s = set()
for i in range(30): s.add(i * 37 % 100)
print(list(s))  # expect: [0, 3, 7, 11, 14, 18, 22, 25, 29, 33, 36, 37, 40, 44, 48, 51, 55, 59, 62, 66, 70, 73, 74, 77, 81, 85, 88, 92, 96, 99]
for k in list(s)[::2]: s.discard(k)
print(list(s), list(s | set(range(0, 80, 8))))  # expect: [3, 11, 18, 25, 33, 37, 44, 51, 59, 66, 73, 77, 85, 92, 99] [0, 64, 66, 3, 8, 73, 72, 11, 77, 16, 18, 85, 24, 25, 92, 32, 33, 99, 37, 40, 44, 48, 51, 56, 59]
print(list({0, 8, 16, 1, 9}), list(set(range(0, 64, 8))), list(frozenset([5, 13, 21]) ^ {13, 4}))  # expect: [0, 1, 8, 9, 16] [0, 32, 8, 40, 16, 48, 24, 56] [5, 4, 21]
print(list({(1, 2), (2, 1), (0, 0), ()}), list({frozenset([1]), frozenset([2, 3])}))  # expect: [(1, 2), (0, 0), (), (2, 1)] [frozenset({1}), frozenset({2, 3})]
t = {40, 33, 7}
print(t.pop(), t.pop(), t.pop())  # expect: 40 33 7
u = set(range(20)) - set(range(0, 20, 2))
u |= {64, 32}
print(list(u), list(u & {1, 32, 64, 3}), list(set(dict.fromkeys(range(12, 0, -1)))))  # expect: [64, 1, 32, 3, 5, 7, 9, 11, 13, 15, 17, 19] [32, 1, 64, 3] [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
