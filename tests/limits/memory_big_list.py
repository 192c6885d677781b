# options: -X memory-limit=64M
try:
    x = [0] * 10 ** 9
except MemoryError:
    print('MemoryError')  # expect: MemoryError
print(len([0] * 1000))  # expect: 1000
