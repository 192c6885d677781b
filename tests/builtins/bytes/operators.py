def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(b'a' + b'b', b'ab' * 2, 2 * b'a', b'a' < b'b', b'a' == bytearray(b'a'), b'a' == 'a', b'a' + bytearray(b'b'), bytearray(b'b') + b'a', hash(b'a') == hash(b'a'), b'a' != 97)  # expect: b'ab' b'abab' b'aa' True True False b'ab' bytearray(b'ba') True True
print(attempt(lambda: b'a' + 'b'))  # expect: TypeError: can't concat str to bytes
print(attempt(lambda: b'a' * b'b'))  # expect: TypeError: can't multiply sequence by non-int of type 'bytes'
print(attempt(lambda: b'a' < 'a'))  # expect: TypeError: '<' not supported between instances of 'bytes' and 'str'
print(attempt(lambda: b'a' + 1))  # expect: TypeError: can't concat int to bytes
