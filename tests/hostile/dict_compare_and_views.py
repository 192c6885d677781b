def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


class V:
    def __init__(self, f): self.f = f
    def __eq__(self, o):
        self.f()
        return True
d = {1: V(lambda: d.clear()), 2: 2}
e = {1: 1, 2: 2}
print(d == e)  # expect: True
d = {1: V(lambda: e.clear()), 2: 2}
print(e == d if False else d == e)  # expect: False
d = {1: V(lambda: d.clear()), 2: 3}
print(5 in d.values(), d)  # expect: True {}
d = {1: V(lambda: d.clear())}
print((1, 5) in d.items(), d)  # expect: True {}
class U:
    def keys(self):
        return Keys()
    def __getitem__(self, k):
        d.clear()
        return k
class Keys:
    def __iter__(self): return iter('abc')
d = {'old': 1}
d.update(U())
print(d)  # expect: {'c': 'c'}
d = {i: i for i in range(5)}
def grow():
    for k, v in d.items():
        d[k + 100] = v
print(attempt(lambda: grow()))  # expect: RuntimeError: dictionary changed size during iteration
print(attempt(lambda: [d.pop(k) for k in d]))  # expect: RuntimeError: dictionary changed size during iteration
print(len(d))  # expect: 5
