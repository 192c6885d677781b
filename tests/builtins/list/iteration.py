def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


l = [1, 2, 3]
it = iter(l)
print(next(it), it.__length_hint__(), list(it), list(it), next(it, 'done'))  # expect: 1 2 [2, 3] [] done
seen = []
for x in l:
    seen.append(x)
    if len(l) < 6:
        l.append(x * 10)
print(seen, l)  # expect: [1, 2, 3, 10, 20, 30] [1, 2, 3, 10, 20, 30]
it = iter(l)
l.clear()
print(list(it))  # expect: []
r = reversed([1, 2, 3])
print(next(r), r.__length_hint__(), list(r))  # expect: 3 2 [2, 1]
print(attempt(lambda: next(iter([]))))  # expect: StopIteration: 
print(type(iter([])).__name__, type(reversed([])).__name__, iter(it) is it)  # expect: list_iterator list_reverseiterator True
