def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(hex(255), oct(8), bin(5), hex(-1), hex(True))  # expect: 0xff 0o10 0b101 -0x1 0x1
class I:
    def __index__(self):
        return 10
class Bad:
    def __index__(self):
        return 'x'
print(hex(I()), oct(I()), bin(I()))  # expect: 0xa 0o12 0b1010
print(attempt(lambda: hex(1.5)))  # expect: TypeError: 'float' object cannot be interpreted as an integer
print(attempt(lambda: hex('a')))  # expect: TypeError: 'str' object cannot be interpreted as an integer
print(attempt(lambda: hex(Bad())))  # expect: TypeError: __index__ returned non-int (type str)
print(attempt(lambda: oct(None)))  # expect: TypeError: 'NoneType' object cannot be interpreted as an integer
