# While an iterator written in Python fills the array it can be seen growing.
b = bytearray(b'before')


def numbers():
    for i in range(1, 6):
        yield i
        print(list(b), len(b), b.__alloc__() > len(b))


b.__init__(numbers())  # expect: [1] 1 True
# expect: [1, 2] 2 True
# expect: [1, 2, 3] 3 True
# expect: [1, 2, 3, 4] 4 True
# expect: [1, 2, 3, 4, 5] 5 True
print(b)  # expect: bytearray(b'\x01\x02\x03\x04\x05')


def bad():
    yield 1
    yield 2
    yield 300


try:
    b.__init__(bad())
except ValueError as error:
    print(error, b)  # expect: byte must be in range(0, 256) bytearray(b'\x01\x02')
