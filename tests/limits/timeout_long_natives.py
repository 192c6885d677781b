# options: -X timeout=0.2 -X memory-limit=64M
# timeout: 10
# expect stderr contains: time limit
# exit: 1
# Each call is short enough to end, but the calls between two looks at the clock are not.
items = [0] * 4000000
while True:
    items.count(1)
    items.reverse()
    items.insert(0, items.pop())
    1 in items
