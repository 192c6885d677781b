"""Priority queues in a list: heap[k] <= heap[2*k+1] and heap[k] <= heap[2*k+2] for every k.

heap[0] is the smallest item; heappush() and heappop() keep it so.
"""

__all__ = ['heappush', 'heappop', 'heapify', 'heapreplace', 'merge', 'nlargest', 'nsmallest', 'heappushpop']


def heappush(heap, item):
    """Push item onto heap, maintaining the heap invariant."""
    heap.append(item)
    _rise(heap, len(heap) - 1, 0)


def heappop(heap):
    """Pop the smallest item off the heap, maintaining the heap invariant."""
    last = heap.pop()
    if not heap:
        return last
    top = heap[0]
    heap[0] = last
    _sink(heap, 0)
    return top


def heapreplace(heap, item):
    """Pop and return the current smallest value, and add the new item.

    The value returned may be larger than item: see heappushpop().
    """
    top = heap[0]
    heap[0] = item
    _sink(heap, 0)
    return top


def heappushpop(heap, item):
    """Fast version of a heappush followed by a heappop."""
    if heap and heap[0] < item:
        item, heap[0] = heap[0], item
        _sink(heap, 0)
    return item


def heapify(x):
    """Transform list into a heap, in-place, in O(len(x)) time."""
    for pos in range(len(x) // 2 - 1, -1, -1):
        _sink(x, pos)


def _rise(heap, pos, stop):
    # Moves the item at pos towards the root until its parent is not greater.
    item = heap[pos]
    while pos > stop:
        parent = (pos - 1) // 2
        if not item < heap[parent]:
            break
        heap[pos] = heap[parent]
        pos = parent
    heap[pos] = item


def _sink(heap, pos):
    # The hole goes down to a leaf first and the item rises from there: most items belong near the leaves,
    # so this compares less than stopping on the way.
    size = len(heap)
    start = pos
    item = heap[pos]
    child = 2 * pos + 1
    while child < size:
        if child + 1 < size and not heap[child] < heap[child + 1]:
            child += 1
        heap[pos] = heap[child]
        pos = child
        child = 2 * pos + 1
    heap[pos] = item
    _rise(heap, pos, start)


def _rise_max(heap, pos, stop):
    item = heap[pos]
    while pos > stop:
        parent = (pos - 1) // 2
        if not heap[parent] < item:
            break
        heap[pos] = heap[parent]
        pos = parent
    heap[pos] = item


def _sink_max(heap, pos):
    size = len(heap)
    start = pos
    item = heap[pos]
    child = 2 * pos + 1
    while child < size:
        if child + 1 < size and not heap[child + 1] < heap[child]:
            child += 1
        heap[pos] = heap[child]
        pos = child
        child = 2 * pos + 1
    heap[pos] = item
    _rise_max(heap, pos, start)


def _heappop_max(heap):
    """Maxheap version of a heappop."""
    last = heap.pop()
    if not heap:
        return last
    top = heap[0]
    heap[0] = last
    _sink_max(heap, 0)
    return top


def _heapreplace_max(heap, item):
    """Maxheap version of a heappop followed by a heappush."""
    top = heap[0]
    heap[0] = item
    _sink_max(heap, 0)
    return top


def _heapify_max(x):
    """Transform list into a maxheap, in-place, in O(len(x)) time."""
    for pos in range(len(x) // 2 - 1, -1, -1):
        _sink_max(x, pos)


try:
    from _heapq import *
    from _heapq import _heapify_max, _heappop_max, _heapreplace_max
except ImportError:
    pass


def merge(*iterables, key=None, reverse=False):
    """Merge sorted inputs into a single sorted output, without reading them whole.

    >>> list(merge([1,3,5,7], [0,2,4,8], [5,10,15,20], [], [25]))
    [0, 1, 2, 3, 4, 5, 5, 7, 8, 10, 15, 20, 25]
    >>> list(merge(['dog', 'horse'], ['cat', 'fish', 'kangaroo'], key=len))
    ['dog', 'cat', 'fish', 'horse', 'kangaroo']
    """
    make, replace, pop = heapify, heapreplace, heappop
    step = 1
    if reverse:
        make, replace, pop = _heapify_max, _heapreplace_max, _heappop_max
        # Among equals the earlier input goes first: its number must be the greater one.
        step = -1
    # Entries are [key, number of the input, value, next]: numbers differ, so values are never compared.
    heap = []
    for number, iterable in enumerate(iterables):
        advance = iter(iterable).__next__
        try:
            value = advance()
        except StopIteration:
            continue
        heap.append([value if key is None else key(value), number * step, value, advance])
    make(heap)
    while len(heap) > 1:
        entry = heap[0]
        advance = entry[3]
        try:
            while True:
                yield entry[2]
                value = entry[2] = advance()
                entry[0] = value if key is None else key(value)
                replace(heap, entry)
                if heap[0] is not entry:
                    entry = heap[0]
                    advance = entry[3]
        except StopIteration:
            pop(heap)
    if heap:
        entry = heap[0]
        yield entry[2]
        yield from entry[3].__self__


def nsmallest(n, iterable, key=None):
    """Find the n smallest elements in a dataset: like sorted(iterable, key=key)[:n]"""
    if n == 1:
        absent = object()
        result = min(iterable, default=absent) if key is None else min(iterable, default=absent, key=key)
        return [] if result is absent else [result]
    if _sorts_all(n, iterable):
        return sorted(iterable, key=key)[:n]
    # A max-heap of the best n so far: its root is the one to beat.
    iterator = iter(iterable)
    best = [(elem if key is None else key(elem), i, elem) for i, elem in zip(range(n), iterator)]
    if not best:
        return []
    _heapify_max(best)
    limit = best[0][0]
    order = n
    for elem in iterator:
        k = elem if key is None else key(elem)
        if k < limit:
            _heapreplace_max(best, (k, order, elem))
            limit = best[0][0]
            order += 1
    best.sort()
    return [entry[2] for entry in best]


def nlargest(n, iterable, key=None):
    """Find the n largest elements in a dataset: like sorted(iterable, key=key, reverse=True)[:n]"""
    if n == 1:
        absent = object()
        result = max(iterable, default=absent) if key is None else max(iterable, default=absent, key=key)
        return [] if result is absent else [result]
    if _sorts_all(n, iterable):
        return sorted(iterable, key=key, reverse=True)[:n]
    # Order numbers fall, so that among equal keys the earlier element counts as the larger.
    iterator = iter(iterable)
    best = [(elem if key is None else key(elem), -i, elem) for i, elem in zip(range(n), iterator)]
    if not best:
        return []
    heapify(best)
    limit = best[0][0]
    order = -n
    for elem in iterator:
        k = elem if key is None else key(elem)
        if limit < k:
            heapreplace(best, (k, order, elem))
            limit = best[0][0]
            order -= 1
    best.sort(reverse=True)
    return [entry[2] for entry in best]


def _sorts_all(n, iterable):
    try:
        return n >= len(iterable)
    except (TypeError, AttributeError):
        return False
