def names(a):
    global b
    b = a
    c = b
    del c
    return d

def conditional_local(x):
    if x: y = 1
    return y

def exception_name():
    try: pass
    except E as e: pass

def loop_names():
    for i in i: pass
    with w as w: pass
    import os.path

def star(*args): return lambda *args: args
