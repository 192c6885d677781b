# options: -X timeout=0.3
# timeout: 10
# expect stderr contains: time
# exit: 1
class Slow:
    def __lt__(self, other):
        return False


items = [Slow()] * 1000
while True:
    sorted(items)
