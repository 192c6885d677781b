# options: -X memory-limit=32M
# expect stderr contains: MemoryError
# exit: 1
print('start')  # expect: start
items = []
while True:
    items.append([0] * 100)
