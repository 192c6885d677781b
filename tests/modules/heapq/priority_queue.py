import heapq, itertools
counter = itertools.count()
heap = []
for priority, task in [(5, 'write'), (1, 'think'), (3, 'read'), (1, 'plan'), (5, 'test')]:
    heapq.heappush(heap, (priority, next(counter), task))
print([heapq.heappop(heap)[2] for _ in range(len(heap))])  # expect: ['think', 'plan', 'read', 'write', 'test']
streams = [[1, 4, 7], [2, 5, 8], [3, 6, 9]]
print(list(heapq.merge(*streams)), heapq.nlargest(2, itertools.chain(*streams)), heapq.nsmallest(3, [(x % 4, x) for x in range(9)]))  # expect: [1, 2, 3, 4, 5, 6, 7, 8, 9] [9, 8] [(0, 0), (0, 4), (0, 8)]
class Rev:
    def __init__(self, v): self.v = v
    def __lt__(self, o): return self.v > o.v
h = [Rev(i) for i in (3, 1, 2)]
heapq.heapify(h)
print([heapq.heappop(h).v for _ in range(3)])  # expect: [3, 2, 1]
