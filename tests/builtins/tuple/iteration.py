it = iter((1, 2, 3))
print(next(it), it.__length_hint__(), list(it), next(it, 'end'), type(it).__name__)  # expect: 1 2 [2, 3] end tuple_iterator
print(list(reversed((1, 2))), [*(1, 2)], sum((1, 2)), max((3, 1)), sorted((2, 1)), dict(((1, 2),)), tuple(x for x in (1, 2)))  # expect: [2, 1] [1, 2] 3 3 [1, 2] {1: 2} (1, 2)
