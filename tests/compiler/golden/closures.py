def counter(start):
    n = start
    def up(step=1):
        nonlocal n
        n += step
        return n
    def down():
        nonlocal n
        del n
    return up, down

def deep(a):
    def f(b):
        def g(c):
            return a, b, c
        return g
    return f

def argument_cell(a, *b, c, **d):
    return lambda: (a, b, c, d)

def globals_inside():
    global g, h
    g = 1
    del h
    def use(): return g
    return use

def recursive(n):
    def fact(k): return 1 if k < 2 else k * fact(k - 1)
    return fact(n)

g = 2
