# options: -X timeout=0.3 -X memory-limit=2G
# timeout: 10
# expect stderr contains: time limit
# exit: 1
import marshal
items = [None] * 2000000
data = marshal.dumps(items * 10)
while True:
    marshal.dumps([data[:5], items, items, items])
    marshal.loads(data)
