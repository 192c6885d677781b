def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


x = 'global'
def a():
    return x
def b():
    x = 'local'
    return x
def c():
    global x
    x = 'changed'
def d():
    print(x)
    x = 1
print(a(), b())  # expect: global local
c()
print(x)  # expect: changed
print(attempt(lambda: d()))  # expect: UnboundLocalError: local variable 'x' referenced before assignment
def e():
    if False:
        q = 1
    return q
print(attempt(lambda: e()))  # expect: UnboundLocalError: local variable 'q' referenced before assignment
def f():
    return undefined
print(attempt(lambda: f()))  # expect: NameError: name 'undefined' is not defined
class K:
    x = 'class'
    def m(self):
        return x
    y = [x for _ in range(1)]
    z = x
print(K().m(), K.y, K.z)  # expect: changed ['changed'] class
def g():
    x = 'enclosing'
    class L:
        def m(self):
            return x
        x = 'class'
        y = x
    return L().m(), L.y
print(g())  # expect: ('enclosing', 'class')
def h():
    global new
    new = 5
h()
print(new)  # expect: 5
x = 'g2'
class M:
    w = x
    x = 'inner'
    v = x
print(M.w, M.v)  # expect: g2 inner
def lookup():
    class N:
        print(x)
        x = 1
    x = 'fn'
print(attempt(lambda: lookup()))  # expect: g2
# expect: None
