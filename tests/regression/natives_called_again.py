# A call site looks at the native it calls when it runs for the second time: each must mean the same then.
items = [3, 1, 2]
for name, call in [
    ('len', lambda x: len(x)), ('sum', lambda x: sum(x)), ('sum', lambda x: sum(x, 5)), ('min', lambda x: min(x)),
    ('max', lambda x: max(x)), ('sorted', lambda x: sorted(x)), ('any', lambda x: any(x)), ('all', lambda x: all(x)),
    ('list', lambda x: list(x)), ('tuple', lambda x: tuple(x)), ('set', lambda x: set(x)), ('repr', lambda x: repr(x)),
    ('bool', lambda x: bool(x)), ('iter', lambda x: next(iter(x))), ('pow', lambda x: pow(x[0], x[2])),
    ('pow', lambda x: pow(x[0], x[2], 5)), ('round', lambda x: round(x[0] / 2)), ('abs', lambda x: abs(-x[0])),
    ('divmod', lambda x: divmod(x[0], x[2])), ('hex', lambda x: hex(x[0])), ('str', lambda x: str(x)),
    ('zip', lambda x: list(zip(x, x))), ('enumerate', lambda x: list(enumerate(x))), ('hash', lambda x: hash(x[0])),
    ('isinstance', lambda x: isinstance(x, list)), ('callable', lambda x: callable(x)), ('int', lambda x: int('7')),
    ('replace', lambda x: 'abca'.replace('a', 'x')), ('replace', lambda x: 'abca'.replace('a', 'x', 1)),
    ('to_bytes', lambda x: (5).to_bytes(2, 'big')), ('from_bytes', lambda x: int.from_bytes(b'ab', 'big')),
    ('hex', lambda x: b'ab'.hex()), ('split', lambda x: 'a b'.split()), ('join', lambda x: '-'.join('abc')),
]:
    first = call(items)
    print(name, first, all(call(items) == first for _ in range(4)))
# expect: len 3 True
# expect: sum 6 True
# expect: sum 11 True
# expect: min 1 True
# expect: max 3 True
# expect: sorted [1, 2, 3] True
# expect: any True True
# expect: all True True
# expect: list [3, 1, 2] True
# expect: tuple (3, 1, 2) True
# expect: set {1, 2, 3} True
# expect: repr [3, 1, 2] True
# expect: bool True True
# expect: iter 3 True
# expect: pow 9 True
# expect: pow 4 True
# expect: round 2 True
# expect: abs 3 True
# expect: divmod (1, 1) True
# expect: hex 0x3 True
# expect: str [3, 1, 2] True
# expect: zip [(3, 3), (1, 1), (2, 2)] True
# expect: enumerate [(0, 3), (1, 1), (2, 2)] True
# expect: hash 3 True
# expect: isinstance True True
# expect: callable False True
# expect: int 7 True
# expect: replace xbcx True
# expect: replace xbca True
# expect: to_bytes b'\x00\x05' True
# expect: from_bytes 24930 True
# expect: hex 6162 True
# expect: split ['a', 'b'] True
# expect: join a-b-c True
