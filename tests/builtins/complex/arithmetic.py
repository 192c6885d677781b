def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print((1+2j) + 1, (1+2j) * (3-4j), (1+2j) / (3-4j), (1+2j) - 1.5, -(1+2j), abs(3+4j), (1+2j) ** 2, (1+2j) ** -1, 2 ** 1j)  # expect: (2+2j) (11+2j) (-0.2+0.4j) (-0.5+2j) (-1-2j) 5.0 (-3+4j) (0.2-0.4j) (0.7692389013639721+0.6389612763136348j)
print((1+2j) == (1+2j), (1+0j) == 1, 1j != 1, bool(0j), (1+2j).conjugate(), (1+2j).real, (1+2j).imag, 0j ** 0)  # expect: True True True False (1-2j) 1.0 2.0 (1+0j)
print(attempt(lambda: 1j / 0))  # expect: ZeroDivisionError: complex division by zero
print(attempt(lambda: 1j // 1))  # expect: TypeError: can't take floor of complex number.
print(attempt(lambda: 1j % 1))  # expect: TypeError: can't mod complex numbers.
print(attempt(lambda: divmod(1j, 1)))  # expect: TypeError: can't take floor or mod of complex number.
print(attempt(lambda: 1j < 2j))  # expect: TypeError: '<' not supported between instances of 'complex' and 'complex'
print(attempt(lambda: 0j ** -1))  # expect: ZeroDivisionError: 0.0 to a negative or complex power
print(attempt(lambda: int(1j)))  # expect: TypeError: can't convert complex to int
print(attempt(lambda: float(1j)))  # expect: TypeError: can't convert complex to float
print(attempt(lambda: (1j) + 'a'))  # expect: TypeError: unsupported operand type(s) for +: 'complex' and 'str'
