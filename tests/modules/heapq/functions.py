import heapq


def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


h = [5, 3, 8, 1]
heapq.heapify(h)
print(h, heapq.heappop(h), h, heapq.heappush(h, 0), h, heapq.heappushpop(h, -1), heapq.heapreplace(h, 9), h)  # expect: [3, 5, 8, 9] 1 [3, 5, 8, 9] None [3, 5, 8, 9] -1 0 [3, 5, 8, 9]
print(heapq.nlargest(2, [1, 5, 3]), heapq.nsmallest(2, [1, 5, 3]), heapq.nlargest(2, 'abc', key=ord), heapq.nsmallest(0, [1]), heapq.nlargest(10, [2, 1]), list(heapq.merge([1, 4], [2, 3])), list(heapq.merge([4, 1], [3, 2], reverse=True)), list(heapq.merge(['a', 'CC'], ['bbb'], key=len)), heapq.nsmallest(1, [3, 2]))  # expect: [5, 3] [1, 3] ['c', 'b'] [] [2, 1] [1, 2, 3, 4] [4, 3, 2, 1] ['a', 'CC', 'bbb'] [2]
print(attempt(lambda: heapq.heappop([])))  # expect: IndexError: index out of range
print(attempt(lambda: heapq.heapreplace([], 1)))  # expect: IndexError: index out of range
print(attempt(lambda: heapq.heapify(5)))  # expect: TypeError: heap argument must be a list
print(attempt(lambda: heapq.heappush((), 1)))  # expect: TypeError: heap argument must be a list
print(attempt(lambda: heapq.heapify([1, 'a'])))  # expect: TypeError: '<' not supported between instances of 'int' and 'str'
print(heapq.heappushpop([], 5))  # expect: 5
numbers = [i * 7919 % 1000 for i in range(1000)]
heap = []
for n in numbers:
    heapq.heappush(heap, n)
print([heapq.heappop(heap) for _ in range(1000)] == sorted(numbers))  # expect: True
