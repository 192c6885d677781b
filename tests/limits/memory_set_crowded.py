# options: -X memory-limit=32M
# A set that cannot grow takes some keys more and is whole.
numbers = set()
try:
    numbers.update(range(10 ** 8))
except MemoryError:
    print('no room')  # expect: no room
n = len(numbers)
print(n > 100000, n not in numbers, all(i in numbers for i in range(n)), sum(numbers) == n * (n - 1) // 2)  # expect: True True True True
numbers.discard(5)
numbers.add(5)
print(len(numbers) == n, 5 in numbers)  # expect: True True
