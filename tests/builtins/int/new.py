def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(int(), int(3.9), int(-3.9), int('42'), int(' -42\n'), int('1_000'), int(True))  # expect: 0 3 -3 42 -42 1000 1
print(int('ff', 16), int('0xff', 16), int('0b101', 0), int('0o17', 0), int('z', 36), int('-0x10', 0))  # expect: 255 255 5 15 35 -16
print(int(b'12'), int(bytearray(b'77'), 8), int('٣'))  # expect: 12 63 3
print(attempt(lambda: int('')))  # expect: ValueError: invalid literal for int() with base 10: ''
print(attempt(lambda: int('12a')))  # expect: ValueError: invalid literal for int() with base 10: '12a'
print(attempt(lambda: int('1__0')))  # expect: ValueError: invalid literal for int() with base 10: '1__0'
print(attempt(lambda: int('010', 0)))  # expect: ValueError: invalid literal for int() with base 0: '010'
print(attempt(lambda: int('5', 1)))  # expect: ValueError: int() base must be >= 2 and <= 36, or 0
print(attempt(lambda: int('5', 37)))  # expect: ValueError: int() base must be >= 2 and <= 36, or 0
print(attempt(lambda: int(5, 10)))  # expect: TypeError: int() can't convert non-string with explicit base
print(attempt(lambda: int(None)))  # expect: TypeError: int() argument must be a string, a bytes-like object or a number, not 'NoneType'
print(attempt(lambda: int([])))  # expect: TypeError: int() argument must be a string, a bytes-like object or a number, not 'list'
print(attempt(lambda: int(base=10)))  # expect: TypeError: int() missing string argument
print(attempt(lambda: int(float('nan'))))  # expect: ValueError: cannot convert float NaN to integer
print(attempt(lambda: int(float('inf'))))  # expect: OverflowError: cannot convert float infinity to integer
print(attempt(lambda: int('1', 2, 3)))  # expect: TypeError: int() takes at most 2 arguments (3 given)
print(attempt(lambda: int(x='5')))  # expect: 5
