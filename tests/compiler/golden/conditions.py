def if_else(a, b):
    if a:
        x = 1
    elif b:
        x = 2
    else:
        x = 3
    if a and b or not x: return 1
    if a < b < x: return 2
    return x

def constant(a):
    if 0: a = 1
    if 1: a = 2
    else: a = 3
    if None: a = 4
    if 'x': a = 5
    while 0: a = 6
    while 1:
        if a: break
    return a

def assertions(a):
    assert a
    assert a > 1, 'message %s' % a
    assert not a and a
