def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


x = 0
def f():
    global x, y
    x += 1
    y = 'made'
f()
print(x, y)  # expect: 1 made
def a():
    v = 1
    def b():
        def c():
            nonlocal v
            v += 10
        c()
        return v
    return b(), v
print(a())  # expect: (11, 11)
def g():
    x = 'local'
    def h():
        global x
        x = 'global set'
    h()
    return x
print(g(), x)  # expect: local global set
class A:
    global z
    z = 5
    def m(self):
        nonlocal_test = 1
        class B:
            nonlocal nonlocal_test
            nonlocal_test = 2
        return nonlocal_test
print(z, A().m())  # expect: 5 2
def dele():
    global x
    del x
dele()
print('x' in globals())  # expect: False
print(attempt(lambda: dele()))  # expect: NameError: name 'x' is not defined
