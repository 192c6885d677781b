def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


b = b'banana'
print(b.find(b'an'), b.rfind(b'an'), b.find(97), b.find(b'x'), b.index(b'n'), b.rindex(98), b.count(b'a'), b.count(97), b.count(b''), b.count(b'an', 2), b.find(b'', 7), b.find(b'a', -1))  # expect: 1 3 1 -1 2 0 3 3 7 1 -1 5
print(attempt(lambda: b.index(b'x')))  # expect: ValueError: subsection not found
print(attempt(lambda: b.find('a')))  # expect: TypeError: a bytes-like object is required, not 'str'
print(attempt(lambda: b.find(256)))  # expect: ValueError: byte must be in range(0, 256)
print(attempt(lambda: b.count(1.5)))  # expect: TypeError: a bytes-like object is required, not 'float'
