def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(b'\x00\xffab'.hex(), bytes.fromhex('00ff 61'), bytes.fromhex(''), bytearray.fromhex('FF'), bytearray(b'\x01').hex())  # expect: 00ff6162 b'\x00\xffa' b'' bytearray(b'\xff') 01
print(attempt(lambda: bytes.fromhex('0')))  # expect: ValueError: non-hexadecimal number found in fromhex() arg at position 1
print(attempt(lambda: bytes.fromhex('zz')))  # expect: ValueError: non-hexadecimal number found in fromhex() arg at position 0
print(attempt(lambda: bytes.fromhex('0 0')))  # expect: ValueError: non-hexadecimal number found in fromhex() arg at position 1
print(attempt(lambda: bytes.fromhex(b'00')))  # expect: TypeError: fromhex() argument must be str, not bytes
