def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(float(), float(3), float('1.5'), float(' -1e3 '), float('1_0.5'), float('inf'), float('-Infinity'), float('nan'))  # expect: 0.0 3.0 1.5 -1000.0 10.5 inf -inf nan
print(float('1e400'), float('-1e400'), float('1e-400'), float(b'2.5'), float('٣.٥'), float(True), float('.5'), float('5.'))  # expect: inf -inf 0.0 2.5 3.5 1.0 0.5 5.0
print(attempt(lambda: float('')))  # expect: ValueError: could not convert string to float: 
print(attempt(lambda: float('abc')))  # expect: ValueError: could not convert string to float: 'abc'
print(attempt(lambda: float('1e')))  # expect: ValueError: could not convert string to float: '1e'
print(attempt(lambda: float('1__0')))  # expect: ValueError: could not convert string to float: '1__0'
print(attempt(lambda: float(None)))  # expect: TypeError: float() argument must be a string or a number, not 'NoneType'
print(attempt(lambda: float(10**400)))  # expect: OverflowError: int too large to convert to float
print(attempt(lambda: float(1j)))  # expect: TypeError: can't convert complex to float
print(attempt(lambda: float([])))  # expect: TypeError: float() argument must be a string or a number, not 'list'
class F:
    def __float__(self):
        return 2.5
class Bad:
    def __float__(self):
        return 2
print(float(F()))  # expect: 2.5
print(attempt(lambda: float(Bad())))  # expect: TypeError: Bad.__float__ returned non-float (type int)
print(attempt(lambda: ascii(float('1\ud800'))), attempt(lambda: float('1\ud800\udfff1\ud800')), attempt(lambda: complex('\ud800\udfff')))  # expect: UnicodeEncodeError: 'utf-8' codec can't encode character '\ud800' in position 1: surrogates not allowed UnicodeEncodeError: 'utf-8' codec can't encode characters in position 1-2: surrogates not allowed UnicodeEncodeError: 'utf-8' codec can't encode characters in position 0-1: surrogates not allowed
