import heapq
class H:
    def __init__(self, v, f=None): self.v, self.f = v, f
    def __lt__(self, o):
        if self.f: self.f()
        return self.v < o.v
h = [H(i) for i in range(5)]
h[1].f = h.clear
def attempt_heap(f):
    try:
        f()
        return 'ok'
    except Exception as e:
        return '%s: %s' % (type(e).__name__, e)
print(attempt_heap(lambda: heapq.heappush(h, H(0))))  # expect: ok
h = [H(i) for i in range(8)]
for x in h: x.f = lambda: h.clear()
print(attempt_heap(lambda: heapq.heappop(h)))  # expect: RuntimeError: list changed size during iteration
h = [H(i) for i in range(8)]
for x in h: x.f = lambda: h.append(H(1)) if len(h) < 100 else None
print(attempt_heap(lambda: heapq.heappop(h)))  # expect: RuntimeError: list changed size during iteration
h = [H(i) for i in range(8, 0, -1)]
for x in h: x.f = lambda: h.clear()
print(attempt_heap(lambda: heapq.heapify(h)))  # expect: RuntimeError: list changed size during iteration
