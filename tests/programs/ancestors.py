"""Ancestors of a revision, in order, with a heap and a generator."""
import heapq


def ancestors(parents, revs):
    seen = set()
    heap = [-r for r in revs]
    heapq.heapify(heap)
    while heap:
        current = -heapq.heappop(heap)
        if current in seen or current < 0:
            continue
        seen.add(current)
        yield current
        for parent in parents[current]:
            if parent >= 0 and parent not in seen:
                heapq.heappush(heap, -parent)


parents = {5: (4, 3), 4: (2, -1), 3: (1, -1), 2: (1, -1), 1: (0, -1), 0: (-1, -1)}
print(*ancestors(parents, [5]))  # expect: 5 4 3 2 1 0
print(*ancestors(parents, [2, 3]))  # expect: 3 2 1 0
