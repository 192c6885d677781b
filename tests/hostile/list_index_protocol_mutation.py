def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


class I:
    def __init__(self, f, v): self.f, self.v = f, v
    def __index__(self):
        self.f()
        return self.v
l = list(range(10))
print(attempt(lambda: l[I(l.clear, 5)]))  # expect: IndexError: list index out of range
l = list(range(10))
print(l[I(l.clear, 0):I(l.clear, 9)])  # expect: []
l = list(range(10))
def put():
    l[I(l.clear, 0)] = 1
print(attempt(lambda: put()))  # expect: IndexError: list assignment index out of range
l = list(range(10))
def slice_put():
    l[I(l.clear, 2):5] = [7]
slice_put()
print(l)  # expect: [7]
l = list(range(10))
print(attempt(lambda: l.pop(I(l.clear, 3))))  # expect: IndexError: pop from empty list
l = list(range(10))
l.insert(I(l.clear, 5), 'x')
print(l)  # expect: ['x']
l = list(range(10))
def delete():
    del l[I(l.clear, 1):I(l.clear, 5)]
delete()
print(l)  # expect: []
b = bytearray(b'0123456789')
print(attempt(lambda: b[I(b.clear, 5)]))  # expect: IndexError: bytearray index out of range
b = bytearray(b'0123456789')
def bput():
    b[3] = I(b.clear, 65)
print(attempt(lambda: bput()))  # expect: None
b = bytearray(b'0123456789')
print(attempt(lambda: b.pop(I(b.clear, 3))))  # expect: IndexError: pop from empty bytearray
print(l * I(l.clear, 3))  # expect: []
