def f(x):
    return max(x,

def g():
    pass
