# options: -X memory-limit=64M
# timeout: 30
# expect stderr contains: MemoryError
# exit: 1
compile('x = 1\n' * 2000000, 'long', 'exec')
