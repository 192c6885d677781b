def after_return(a):
    return 1
    print(a)

def both(a):
    if a: return 1
    else: return 2
    return 3

def jumps(a, b):
    while a:
        if b:
            if a: continue
            else: break
        else:
            continue
    return a if b else (b if a else None)

def returns_in_loop(a):
    for x in a: return x

def nothing(): pass

def empty_if(a):
    if a: pass
    else: pass
