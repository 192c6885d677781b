x = [1, 2, 3]
assert len(x) == 2
