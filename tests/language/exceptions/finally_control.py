def a():
    try:
        return 1
    finally:
        return 2
def b():
    for i in range(3):
        try:
            continue
        finally:
            print('f', i)
    return 'b'
def c():
    while True:
        try:
            break
        finally:
            print('fin')
    return 'c'
def d():
    try:
        raise ValueError
    finally:
        return 'swallowed'
def e():
    for i in range(2):
        try:
            raise KeyError(i)
        finally:
            break
    return 'e', i
def f():
    x = 1
    try:
        return x
    finally:
        x = 2
def g():
    try:
        try:
            return 'inner'
        finally:
            print('1')
    finally:
        print('2')
def h():
    try:
        1 / 0
    except ZeroDivisionError:
        return 'h'
    finally:
        print('h finally')
def i():
    for x in 'ab':
        try:
            for y in 'cd':
                try:
                    if y == 'd':
                        break
                    continue
                finally:
                    print(x, y)
            else:
                print('no')
        finally:
            print('outer', x)
            if x == 'b':
                return 'i'
print(a(), b(), c(), d(), e(), f(), g(), h(), i())  # expect: f 0
# expect: f 1
# expect: f 2
# expect: fin
# expect: 1
# expect: 2
# expect: h finally
# expect: a c
# expect: a d
# expect: outer a
# expect: b c
# expect: b d
# expect: outer b
# expect: 2 b c swallowed ('e', 0) 1 inner h i
