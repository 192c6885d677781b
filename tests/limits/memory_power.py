# options: -X memory-limit=64M
# expect stderr contains: MemoryError
# exit: 1
10 ** 10 ** 10
