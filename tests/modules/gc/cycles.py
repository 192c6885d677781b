import gc


class Node:
    def __init__(self):
        self.me = self


class Counted(Node):
    ended = []

    def __del__(self):
        Counted.ended.append(1)


class Returns:
    kept = []

    def __init__(self):
        self.me = self

    def __del__(self):
        Returns.kept.append(self)


gc.collect()
for i in range(5):
    Counted()
print(gc.collect() > 0, len(Counted.ended), gc.garbage)  # expect: True 5 []
Returns()
gc.collect()
print(len(Returns.kept))  # expect: 1
Returns.kept.clear()
gc.collect()
print(len(Returns.kept))  # expect: 0


def generator():
    try:
        yield 1
    finally:
        print('closed')


g = generator()
next(g)
ring = [g]
ring.append(ring)
del g, ring
gc.collect()  # expect: closed
print(gc.isenabled(), gc.get_threshold(), len(gc.get_stats()))  # expect: True (700, 10, 10) 3
print(gc.is_tracked([]), gc.is_tracked(1))  # expect: True False
phases = []
gc.callbacks.append(lambda phase, info: phases.append((phase, info['generation'])))
gc.collect()
gc.callbacks.clear()
print(phases)  # expect: [('start', 2), ('stop', 2)]
try:
    gc.collect(3)
except ValueError as error:
    print(error)  # expect: invalid generation
