from collections import deque
class Sleep:
    def __init__(self, n): self.n = n
    def __await__(self):
        for _ in range(self.n):
            yield
log = []
async def worker(name, n):
    for i in range(3):
        log.append((name, i))
        await Sleep(n)
    return name
def schedule(*coros):
    ready, results = deque(coros), []
    while ready:
        c = ready.popleft()
        try:
            c.send(None)
            ready.append(c)
        except StopIteration as e:
            results.append(e.value)
    return results
print(schedule(worker('a', 1), worker('b', 2), worker('c', 0)))  # expect: ['c', 'a', 'b']
print(log)  # expect: [('a', 0), ('b', 0), ('c', 0), ('c', 1), ('c', 2), ('a', 1), ('a', 2), ('b', 1), ('b', 2)]
