def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


class E:
    def __init__(self, action): self.action = action
    def __eq__(self, o):
        self.action()
        return False
l = [1, 2, 3]
l[0:0] = [E(lambda: l.clear())]
print(attempt(lambda: l.index(5)))  # expect: ValueError: 5 is not in list
l = [E(lambda: l.clear()), 2, 3]
print(l.count(5), l)  # expect: 0 []
l = [E(lambda: l.clear()), 5]
print(5 in l)  # expect: False
l = [1, E(lambda: l.append(0) if len(l) < 50 else None), 7]
print(attempt(lambda: l.remove(99)))  # expect: ValueError: list.remove(x): x not in list
print(len(l))  # expect: 4
l = [E(lambda: l.clear()), 1, 2]
m = [0, 1, 2]
print(l == m, l)  # expect: False []
l = [1, E(lambda: m.clear()), 3]
m = [1, 2, 3]
print(l == m, m != l)  # expect: False True
