def f(a):
    return [
        a
        for a in a
    ]

x = (a
     if b
     else c)
y = g(
    1)(
    2)
