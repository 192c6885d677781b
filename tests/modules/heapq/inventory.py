"""Every name of the reference is there."""
import heapq

EXPECTED = '''
    heappush heappop heapify heapreplace merge nlargest nsmallest heappushpop
'''.split()

print([name for name in EXPECTED if not hasattr(heapq, name)])  # expect: []
print(len(EXPECTED))  # expect: 8
