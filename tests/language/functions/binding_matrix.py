# Every kind of signature called in every way.
SIGNATURES = ['', 'a', 'a, b', 'a, b=2', 'a=1, b=2', '*a', '**k', 'a, *b', 'a, **k', 'a=1, *b, **k', '*, c', '*, c=3', 'a, *, c', 'a, b=2, *, c=3', '*a, c',
              'a, *b, c, **k', 'a, *, c, d', 'a, b, c, d, e', '*, c=1, d']
CALLS = ['', '1', '1, 2', '1, 2, 3', 'a=1', 'b=1', 'c=1', '1, a=2', '1, b=2', '1, c=2', 'c=1, d=2', '*(1, 2)', '**{"a": 1}', '*[1], **{"c": 2}', '1, *[], **{}', '*"ab", c=1',
         '1, *(2,), b=3', '**{"a": 1, "b": 2, "c": 3}', 'z=1', '1, 2, 3, 4, 5, 6', '*(), *(1,), **{}, **{"c": 1}']
for signature in SIGNATURES:
    space = {}
    exec('def f(%s): return sorted(locals().items())' % signature, space)
    for call in CALLS:
        try:
            result = eval('f(%s)' % call, space)
        except TypeError as error:
            result = str(error)
        print('f(%s) called f(%s): %s' % (signature, call, result))
