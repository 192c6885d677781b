def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print((5).real, (5).imag, (5).numerator, (5).denominator, (5).conjugate(), True.real)  # expect: 5 0 5 1 5 1
print((5).__index__(), (5).__int__(), (5).__trunc__(), (5).__floor__(), (5).__ceil__(), (5).__float__())  # expect: 5 5 5 5 5 5.0
print(attempt(lambda: (5).foo))  # expect: AttributeError: 'int' object has no attribute 'foo'
print(attempt(lambda: setattr(5, 'foo', 1)))  # expect: AttributeError: 'int' object has no attribute 'foo'
print(attempt(lambda: setattr(5, 'real', 1)))  # expect: AttributeError: attribute 'real' of 'int' objects is not writable
print((1234).__round__(-2), (1250).__round__(-2), (1350).__round__(-2), (5).__round__())  # expect: 1200 1200 1400 5
print(int.__name__, int.__mro__, (5).__class__, int.__base__)  # expect: int (<class 'int'>, <class 'object'>) <class 'int'> <class 'object'>
