def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


class It:
    def __init__(self, n, e): self.n, self.e = n, e
    def __iter__(self): return self
    def __next__(self):
        self.n -= 1
        if self.n < 0: raise self.e
        return self.n
e = ValueError('stop here')
print(attempt(lambda: list(It(2, e))))  # expect: ValueError: stop here
print(attempt(lambda: tuple(It(2, e))))  # expect: ValueError: stop here
print(attempt(lambda: set(It(2, e))))  # expect: ValueError: stop here
print(attempt(lambda: sum(It(2, e))))  # expect: ValueError: stop here
print(attempt(lambda: max(It(2, e))))  # expect: ValueError: stop here
print(attempt(lambda: sorted(It(2, e))))  # expect: ValueError: stop here
print(attempt(lambda: [].extend(It(2, e))))  # expect: ValueError: stop here
print(attempt(lambda: dict(It(0, e))))  # expect: ValueError: stop here
print(attempt(lambda: ''.join(It(0, e))))  # expect: ValueError: stop here
print(attempt(lambda: bytes(It(2, e))))  # expect: ValueError: stop here
print(attempt(lambda: bytearray(It(2, e))))  # expect: ValueError: stop here
print(attempt(lambda: print(*It(2, e))))  # expect: ValueError: stop here
print(attempt(lambda: list(zip(It(2, e), It(5, e)))))  # expect: ValueError: stop here
print(attempt(lambda: list(map(str, It(1, e)))))  # expect: ValueError: stop here
print(attempt(lambda: list(enumerate(It(1, e)))))  # expect: ValueError: stop here
print(attempt(lambda: 99 in It(2, e)))  # expect: ValueError: stop here
print(attempt(lambda: all(It(0, e))))  # expect: ValueError: stop here
print(attempt(lambda: frozenset(It(1, e))))  # expect: ValueError: stop here
print(attempt(lambda: [*It(2, e)]))  # expect: ValueError: stop here
print(attempt(lambda: {*It(2, e)}))  # expect: ValueError: stop here
l = [1]
print(attempt(lambda: l.extend(It(3, e))))  # expect: ValueError: stop here
print(l)  # expect: [1, 2, 1, 0]
def unpack():
    a, b = It(1, e)
print(attempt(lambda: unpack()))  # expect: ValueError: stop here
