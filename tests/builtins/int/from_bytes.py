def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(int.from_bytes(b'\x01\x00', 'big'), int.from_bytes(b'\x01\x00', 'little'))  # expect: 256 1
print(int.from_bytes(b'\xff\xfe', 'big', signed=True), int.from_bytes(b'', 'big'))  # expect: -2 0
print(int.from_bytes([1, 2, 3], byteorder='big'), int.from_bytes(bytes(range(1, 20)), 'little'))  # expect: 66051 425287986064908552947102636586749984814334465
print(attempt(lambda: int.from_bytes(b'a', 'middle')))  # expect: ValueError: byteorder must be either 'little' or 'big'
print(attempt(lambda: int.from_bytes(5, 'big')))  # expect: TypeError: cannot convert 'int' object to bytes
print(attempt(lambda: int.from_bytes('a', 'big')))  # expect: TypeError: cannot convert 'str' object to bytes
class Number(int):
    pass
print(type(Number.from_bytes(b'\x05', 'big')).__name__)  # expect: Number
