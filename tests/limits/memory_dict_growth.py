# options: -X memory-limit=32M
# expect stderr contains: MemoryError
# exit: 1
table = {}
n = 0
while True:
    table[n] = str(n)
    n += 1
