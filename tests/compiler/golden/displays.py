def lists(a, b):
    return [], [a], [a, b, *a], [*a], [*a, 1, 2, *b], {a, b}, {*a, b}, (*a, b), (*a,)

def dicts(a, b):
    return {}, {a: b}, {'x': a, 'y': b}, {'x': 1, 'y': 2}, {**a}, {**a, 'x': b}, {'x': 1, **a, 'y': 2, 'z': 3, **b}, {1: a, b: 2}

def strings(a, b):
    return f'', f'x', f'{a}', f'{a!r}{b!s:>10}{a!a:{b}}', f'{a}x{{b}}' 'tail', f'{a:%Y-{b}}'

def constants():
    1; 'text'; None; ...; b'x'; True
    return None, True, False, ..., 1, 1.0, 1j, 'x', b'x', 10 ** 20, 123456789012345678901234567890
