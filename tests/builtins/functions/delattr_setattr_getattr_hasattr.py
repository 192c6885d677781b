def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


class A:
    x = 1
a = A()
print(getattr(a, 'x'), getattr(a, 'y', 'default'), hasattr(a, 'x'), hasattr(a, 'y'), setattr(a, 'y', 5), a.y, delattr(a, 'y'), hasattr(a, 'y'))  # expect: 1 default True False None 5 None False
print(attempt(lambda: getattr(a, 'y')))  # expect: AttributeError: 'A' object has no attribute 'y'
print(attempt(lambda: getattr(a, 5)))  # expect: TypeError: getattr(): attribute name must be string
print(attempt(lambda: getattr(a, 5, None)))  # expect: TypeError: getattr(): attribute name must be string
print(attempt(lambda: hasattr(a, 5)))  # expect: TypeError: hasattr(): attribute name must be string
print(attempt(lambda: setattr(a, 5, 1)))  # expect: TypeError: attribute name must be string, not 'int'
print(attempt(lambda: delattr(a, 'zz')))  # expect: AttributeError: zz
print(attempt(lambda: delattr(a, 5)))  # expect: TypeError: attribute name must be string, not 'int'
print(attempt(lambda: getattr(a)))  # expect: TypeError: getattr expected at least 2 arguments, got 1
print(attempt(lambda: setattr(a, 'b')))  # expect: TypeError: setattr expected 3 arguments, got 2
setattr(a, 'not an identifier', 3)
print(getattr(a, 'not an identifier'), vars(a))  # expect: 3 {'not an identifier': 3}
class B:
    @property
    def p(self):
        raise ValueError('inside')
print(attempt(lambda: hasattr(B(), 'p')))  # expect: ValueError: inside
print(attempt(lambda: getattr(B(), 'p', 1)))  # expect: ValueError: inside
