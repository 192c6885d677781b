# options: -X memory-limit=64M
def attempt(n):
    try:
        data = [str(i) for i in range(n)]
        return len(data)
    except MemoryError:
        return 'MemoryError'


print(attempt(1000))  # expect: 1000
print(attempt(10 ** 8))  # expect: MemoryError
print(attempt(1000))  # expect: 1000
