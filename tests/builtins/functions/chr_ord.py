def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(chr(97), chr(0x20ac), ascii(chr(0x10ffff)), ord('a'), ord('€'), ord(b'a'), ord(bytearray(b'z')), chr(True))  # expect: a € '\U0010ffff' 97 8364 97 122 
print(attempt(lambda: chr(-1)))  # expect: ValueError: chr() arg not in range(0x110000)
print(attempt(lambda: chr(0x110000)))  # expect: ValueError: chr() arg not in range(0x110000)
print(attempt(lambda: chr('a')))  # expect: TypeError: an integer is required (got type str)
print(attempt(lambda: chr(1.5)))  # expect: TypeError: integer argument expected, got float
print(attempt(lambda: chr(10**20)))  # expect: OverflowError: Python int too large to convert to C long
print(attempt(lambda: ord('')))  # expect: TypeError: ord() expected a character, but string of length 0 found
print(attempt(lambda: ord('ab')))  # expect: TypeError: ord() expected a character, but string of length 2 found
print(attempt(lambda: ord(5)))  # expect: TypeError: ord() expected string of length 1, but int found
print(attempt(lambda: ord(b'ab')))  # expect: TypeError: ord() expected a character, but string of length 2 found
