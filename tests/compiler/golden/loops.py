def for_loop(a):
    for x in a:
        if x: continue
        elif a: break
        print(x)
    else:
        print(a)

def while_loop(a):
    while a > 1:
        a -= 1
        if a == 3: continue
        if a == 4: break
    else:
        return 1
    while True: pass

def nested(a):
    for x in a:
        for y, (z, w) in x:
            while z:
                for v in w: return v
        else:
            continue
        break

def continue_through_try(a):
    for x in a:
        try:
            continue
        except E:
            continue
    for x in a:
        with x: continue
