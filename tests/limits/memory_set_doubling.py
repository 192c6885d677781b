# options: -X memory-limit=38M
# timeout: 20
# There is memory for another table of this size, but not for a larger one: the set does not make one anew for each key.
numbers = set()
try:
    for n in range(1100000):
        numbers.add(n)
except MemoryError:
    print('no room')  # expect: no room
count = len(numbers)
print(count > 700000, count not in numbers, 12345 in numbers)  # expect: True True True
