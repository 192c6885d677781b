# options: -X timeout=0.3
# timeout: 10
# expect stderr contains: time limit
# exit: 1
items = (1.5,) * 20000000
while True:
    items.count(2)
    2 in items
    hash(items)
    list(items)
    tuple(list(items)) * 2
