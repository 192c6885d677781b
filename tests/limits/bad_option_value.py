# options: -X memory-limit=lots
# expect stderr contains: memory-limit
# exit: 2
print('never')
