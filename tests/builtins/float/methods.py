def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print((1.5).real, (1.5).imag, (1.5).conjugate(), (1.9).__trunc__(), (-1.9).__trunc__(), (1.5).__int__() if hasattr(1.5, '__int__') else None)  # expect: 1.5 0.0 1.5 1 -1 1
print(float.__getformat__('double'), (1.5).__getnewargs__(), (0.0).__bool__(), (1.5).__bool__(), (2.5).__divmod__(1), (1.5).__rsub__(3))  # expect: IEEE, little-endian (1.5,) False True (2.0, 0.5) 1.5
print(attempt(lambda: (1.5).foo))  # expect: AttributeError: 'float' object has no attribute 'foo'
