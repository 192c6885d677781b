def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(hash(1), hash('a') == hash('a'), hash((1, 2)) == hash((1, 2)), hash(None) == hash(None), id(f'') == id('') or True)  # expect: 1 True True True True
class A:
    def __hash__(self):
        return 2**70
class B:
    def __hash__(self):
        return 'a'
class C:
    def __eq__(self, other):
        return True
class D:
    __hash__ = None
class E:
    def __hash__(self):
        return -1
print(hash(A()), hash(E()))  # expect: 512 -2
print(attempt(lambda: hash(B())))  # expect: TypeError: __hash__ method should return an integer
print(attempt(lambda: hash(C())))  # expect: TypeError: unhashable type: 'C'
print(attempt(lambda: hash(D())))  # expect: TypeError: unhashable type: 'D'
print(attempt(lambda: hash([])))  # expect: TypeError: unhashable type: 'list'
print(attempt(lambda: hash({})))  # expect: TypeError: unhashable type: 'dict'
print(attempt(lambda: hash()))  # expect: TypeError: hash() takes exactly one argument (0 given)
print(attempt(lambda: {C(): 1}))  # expect: TypeError: unhashable type: 'C'
x = object()
print(id(x) == id(x), id(None) == id(None))  # expect: True True
print(attempt(lambda: id()))  # expect: TypeError: id() takes exactly one argument (0 given)
