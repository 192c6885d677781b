def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


class V:
    def __init__(self, v):
        self.v = v
    def __eq__(self, o):
        print('eq')
        return NotImplemented if isinstance(o, int) else self.v == o.v
    def __lt__(self, o):
        print('lt')
        return NotImplemented
    def __gt__(self, o):
        print('gt')
        return 'greater'
print(V(1) == V(1), V(1) != V(1), V(1) == 5, 5 == V(1), V(1) != 5)  # expect: eq
# expect: eq
# expect: eq
# expect: eq
# expect: eq
# expect: True False False False True
print(V(1) < V(2))  # expect: lt
# expect: gt
# expect: greater
print(V(1) > V(2))  # expect: gt
# expect: greater
print(5 < V(1))  # expect: gt
# expect: greater
print(attempt(lambda: V(1) < 5))  # expect: lt
# expect: TypeError: '<' not supported between instances of 'V' and 'int'
print(attempt(lambda: V(1) <= V(1)))  # expect: TypeError: '<=' not supported between instances of 'V' and 'V'
class W(V):
    def __gt__(self, o):
        return 'W.gt'
print(V(1) < W(1))  # expect: W.gt
class N:
    __eq__ = None
print(attempt(lambda: N() == 1))  # expect: TypeError: 'NoneType' object is not callable
print(attempt(lambda: hash(V(1))))  # expect: TypeError: unhashable type: 'V'
