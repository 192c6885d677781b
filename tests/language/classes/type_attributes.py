def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


class A:
    """A doc"""
    z: int = 1
class B(A):
    pass
print(A.__doc__, B.__doc__, A.__dict__['__module__'], A.__flags__ & 1 << 9 != 0, A.__basicsize__ > 0, A.__weakrefoffset__ > 0, A.__dictoffset__ > 0, B.__base__.__name__, A.__text_signature__)  # expect: A doc None __main__ True True True True A None
print(sorted(A.__dict__), sorted(B.__dict__), type(A.__dict__).__name__)  # expect: ['__annotations__', '__dict__', '__doc__', '__module__', '__weakref__', 'z'] ['__doc__', '__module__'] mappingproxy
def put():
    A.__dict__['x'] = 1
print(attempt(lambda: put()))  # expect: TypeError: 'mappingproxy' object does not support item assignment
print(attempt(lambda: A.__abstractmethods__))  # expect: AttributeError: __abstractmethods__
print(attempt(lambda: setattr(A, '__dict__', {})))  # expect: AttributeError: attribute '__dict__' of 'type' objects is not writable
A.__module__ = 'elsewhere'
print(A, A.__module__, B)  # expect: <class 'elsewhere.A'> elsewhere <class '__main__.B'>
A.__qualname__ = 'Q.A'
print(A, repr(A())[:13])  # expect: <class 'elsewhere.Q.A'> <elsewhere.Q.
def q(v):
    A.__qualname__ = v
print(attempt(lambda: q(5)))  # expect: TypeError: can only assign string to A.__qualname__, not 'int'
print(attempt(lambda: delattr(A, '__name__')))  # expect: TypeError: can't delete A.__name__
print(attempt(lambda: delattr(A, '__module__') or A.__module__))  # expect: TypeError: can't delete A.__module__
