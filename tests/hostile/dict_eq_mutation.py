def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


class K:
    action = None
    def __init__(self, h): self.h = h
    def __hash__(self): return self.h
    def __repr__(self): return 'K'
    def __eq__(self, o):
        if K.action:
            act, K.action = K.action, None
            act()
        return self is o
d = {K(1): 'a', K(1): 'b'}
K.action = d.clear
print(d.get(K(1), 'none'), len(d))  # expect: none 0
d = {K(1): i for i in range(5)}
K.action = lambda: d.update({K(1): 'n' for _ in range(50)})
print(d.get(K(1), 'none'), len(d))  # expect: none 55
d = {K(1): 1}
K.action = d.clear
d[K(1)] = 2
print(len(d))  # expect: 1
d = {K(1): 1}
K.action = lambda: d.clear()
print(attempt(lambda: d.pop(K(1))))  # expect: KeyError: K
d = {K(1): 1}
K.action = lambda: d.clear()
print(d.setdefault(K(1), 'set'), len(d))  # expect: set 1
a, b = {K(1): 1}, {K(1): 1}
K.action = lambda: b.clear()
print(a == b)  # expect: False
d = {K(2): 1, K(3): 2}
K.action = lambda: d.clear()
print(K(2) in d, len(d))  # expect: False 0
def drop():
    del d[K(1)]
d = {K(1): 1}
K.action = lambda: d.clear()
print(attempt(lambda: drop()))  # expect: KeyError: K
