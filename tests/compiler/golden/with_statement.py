def one(a):
    with a: pass

def bound(a):
    with a as b, a() as (c, d), a as a.x: return b

def in_loop(a):
    for x in a:
        with x as y:
            if y: break
