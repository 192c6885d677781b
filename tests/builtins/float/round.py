def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(round(2.5), round(3.5), round(-2.5), round(0.5), round(1.5), round(2.675, 2), round(1234.5678, -2), round(1.0, 5))  # expect: 2 4 -2 0 2 2.67 1200.0 1.0
print(round(1e300, 2), round(5.015, 2), round(-0.4), type(round(2.5)), type(round(2.5, 0)), round(2.5, None), round(1e-320, 322))  # expect: 1e+300 5.01 0 <class 'int'> <class 'float'> 2 1e-320
print(round(12345, -2), round(15, -1), round(25, -1), round(-25, -1), round(5, 10), round(1e16), round(0.1, 400), round(123.456, -400))  # expect: 12300 20 20 -20 5 10000000000000000 0.1 0.0
print(attempt(lambda: round(float('inf'))))  # expect: OverflowError: cannot convert float infinity to integer
print(attempt(lambda: round(float('nan'))))  # expect: ValueError: cannot convert float NaN to integer
print(attempt(lambda: round(1.5, 1.5)))  # expect: TypeError: 'float' object cannot be interpreted as an integer
print(attempt(lambda: round('a')))  # expect: TypeError: type str doesn't define __round__ method
print(attempt(lambda: round()))  # expect: TypeError: Required argument 'number' (pos 1) not found
print(attempt(lambda: round(1.7976931348623157e308, -308)))  # expect: OverflowError: rounded value too large to represent
