def plain(f, a, b):
    f(); f(a); f(a, b); f(a, b)(a).m(b)

def keywords(f, a):
    f(x=1); f(a, x=1, y=a)

def unpacking(f, a, b):
    f(*a); f(a, *b); f(*a, *b, 1); f(**a); f(x=1, **a); f(**a, x=1, y=2); f(a, *b, x=1, **a, z=b); f(*a, x=1)

def nested(f):
    return f(f(f()), x=f(y=1))
