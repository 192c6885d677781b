from collections import deque


def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


d = deque([1, 2, 3])
def grow():
    for x in d:
        d.append(x)
print(attempt(lambda: grow()))  # expect: RuntimeError: deque mutated during iteration
d = deque([1, 2, 3])
d.extend(d)
print(d)  # expect: deque([1, 2, 3, 1, 2, 3])
d.extendleft(d)
print(d)  # expect: deque([3, 2, 1, 3, 2, 1, 1, 2, 3, 1, 2, 3])
d += d
print(len(d))  # expect: 24
it = iter(deque([1]))
print(next(it), next(it, 'end'))  # expect: 1 end
big = deque()
for i in range(1000):
    big.append(i)
    if i % 3 == 0:
        big.popleft()
print(len(big), big[0], big[-1], big[300])  # expect: 666 334 999 634
