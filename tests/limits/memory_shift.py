# options: -X memory-limit=64M
try:
    1 << 2 ** 36
except (MemoryError, OverflowError):
    print('refused')  # expect: refused
print(1 << 100)  # expect: 1267650600228229401496703205376
