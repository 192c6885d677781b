class It:
    def __init__(self, l, n): self.l, self.n = l, n
    def __iter__(self): return self
    def __next__(self):
        if not self.n: raise StopIteration
        self.n -= 1
        self.l.clear()
        self.l.append('c')
        return self.n
l = [1, 2]
l.extend(It(l, 3))
print(l)  # expect: ['c', 0]
l = [1, 2, 3]
l[1:2] = It(l, 2)
print(l)  # expect: ['c', 1, 0]
l = [1, 2, 3]
l += It(l, 2)
print(l)  # expect: ['c', 0]
class Hint:
    def __init__(self, l): self.l = l
    def __iter__(self): return iter([1, 2])
    def __length_hint__(self):
        self.l.clear()
        return 10**6
l = [0] * 5
l.extend(Hint(l))
print(l)  # expect: [1, 2]
l = [1]
l.extend(l)
l += l
l[1:3] = l
l[::2] = l[::2]
print(l)  # expect: [1, 1, 1, 1, 1, 1]
