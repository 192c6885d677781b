def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


o = object()
print(type(o).__name__, isinstance(o, object), o == o, o != object(), object.__name__, object.__bases__, object.__mro__, object.__doc__)  # expect: object True True True object () (<class 'object'>,) The most base type
print(o.__eq__(1), o.__ne__(o), o.__ne__(5), o.__lt__(5), o.__sizeof__() > 0, o.__format__('') == str(o), hash(o) == hash(o), o.__class__)  # expect: NotImplemented False NotImplemented NotImplemented True True True <class 'object'>
print(attempt(lambda: setattr(o, 'x', 1)))  # expect: AttributeError: 'object' object has no attribute 'x'
print(attempt(lambda: o.x))  # expect: AttributeError: 'object' object has no attribute 'x'
print(attempt(lambda: object(1)))  # expect: TypeError: object() takes no parameters
print(attempt(lambda: object.__new__()))  # expect: TypeError: object.__new__(): not enough arguments
print(attempt(lambda: object.__new__(5)))  # expect: TypeError: object.__new__(X): X is not a type object (int)
print(attempt(lambda: object.__new__(int)))  # expect: TypeError: object.__new__(int) is not safe, use int.__new__()
print(attempt(lambda: o < o))  # expect: TypeError: '<' not supported between instances of 'object' and 'object'
print(attempt(lambda: format(o, 'x')))  # expect: TypeError: unsupported format string passed to object.__format__
print(attempt(lambda: o()))  # expect: TypeError: 'object' object is not callable
print(attempt(lambda: o[0]))  # expect: TypeError: 'object' object is not subscriptable
print(attempt(lambda: len(o)))  # expect: TypeError: object of type 'object' has no len()
print(attempt(lambda: iter(o)))  # expect: TypeError: 'object' object is not iterable
print(attempt(lambda: o + 1))  # expect: TypeError: unsupported operand type(s) for +: 'object' and 'int'
print(attempt(lambda: -o))  # expect: TypeError: bad operand type for unary -: 'object'
class A:
    pass
print(attempt(lambda: A(1)))  # expect: TypeError: object() takes no parameters
print(attempt(lambda: A().x))  # expect: AttributeError: 'A' object has no attribute 'x'
print(attempt(lambda: delattr(A(), 'x')))  # expect: AttributeError: x
class B:
    def __init__(self):
        return 5
print(attempt(lambda: B()))  # expect: TypeError: __init__() should return None, not 'int'
