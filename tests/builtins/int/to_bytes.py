def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print((1024).to_bytes(2, 'big'), (1024).to_bytes(4, 'little'), (0).to_bytes(0, 'big'))  # expect: b'\x04\x00' b'\x00\x04\x00\x00' b''
print((-1).to_bytes(3, 'big', signed=True), (-129).to_bytes(2, byteorder='little', signed=True))  # expect: b'\xff\xff\xff' b'\x7f\xff'
print((2**70).to_bytes(9, 'big'))  # expect: b'@\x00\x00\x00\x00\x00\x00\x00\x00'
print(attempt(lambda: (-1).to_bytes(2, 'big')))  # expect: OverflowError: can't convert negative int to unsigned
print(attempt(lambda: (256).to_bytes(1, 'big')))  # expect: OverflowError: int too big to convert
print(attempt(lambda: (128).to_bytes(1, 'big', signed=True)))  # expect: OverflowError: int too big to convert
print(attempt(lambda: (1).to_bytes(-1, 'big')))  # expect: ValueError: length argument must be non-negative
print(attempt(lambda: (1).to_bytes(1, 'x')))  # expect: ValueError: byteorder must be either 'little' or 'big'
