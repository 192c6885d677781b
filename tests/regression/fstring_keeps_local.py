def plain(p):
    x = f"{p}"
    return p, x


def converted(p):
    if p:
        x = f"<{p!r}>"
    return p, x


def with_spec(p, w):
    x = f"{p:>{w}}"
    y = f"{p!s:>3}"
    return p, w, x, y


def loop():
    items = []
    for i in [1, 2.5, 'text', None]:
        items.append(f"{i}")
        items.append(i)
    return items


print(plain('q'), plain([1]), converted('q'), with_spec('a', 4))  # expect: ('q', 'q') ([1], '[1]') ('q', "<'q'>") ('a', 4, '   a', '  a')
print(loop())  # expect: ['1', 1, '2.5', 2.5, 'text', 'text', 'None', None]
