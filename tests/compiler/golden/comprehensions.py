def lists(a):
    return [x for x in a], [x for x in a if x if x > 1], [(x, y) for x in a for y in x if y]

def others(a, b):
    return {x for x in a}, {k: v for k, v in a}, (x + b for x in a), {x: [y for y in x] for x in a}

def closures(a):
    return [lambda: x for x in a], (z for x in a for z in (y for y in x))

def conditions(a):
    return [x for x in a if not x and a or x], [x if x else a for x in a]

class C:
    z = 1
    items = [z for _ in range(z)]

top = [x for x in range(3)]
