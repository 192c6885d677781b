# Later methods and defaults of int, bool and float.
def error(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as e:
        return "%s: %s" % (type(e).__name__, e)


import math
print((5).bit_count(), (0).bit_count(), (-5).bit_count(), True.bit_count(), (2 ** 62 - 1).bit_count())  # expect: 2 0 2 1 62
print((-2 ** 63).bit_count(), (2 ** 64 - 1).bit_count(), (10 ** 30).bit_count(), (-(10 ** 300)).bit_count())  # expect: 1 64 37 346
print((2 ** 1000 - 1).bit_count(), (2 ** 100000).bit_count())  # expect: 1000 1
print((5).as_integer_ratio(), True.as_integer_ratio(), (-10 ** 20).as_integer_ratio())  # expect: (5, 1) (1, 1) (-100000000000000000000, 1)
print((5).is_integer(), False.is_integer(), (10 ** 40).is_integer())  # expect: True True True


class Number(int):
    pass


print(type(Number(5).as_integer_ratio()[0]).__name__, Number(7).bit_count())  # expect: int 3
print((5).to_bytes(), (0).to_bytes(), (255).to_bytes(), (258).to_bytes(2), (1).to_bytes(length=3))  # expect: b'\x05' b'\x00' b'\xff' b'\x01\x02' b'\x00\x00\x01'
print((-1).to_bytes(signed=True), (1).to_bytes(4, 'little'), (1).to_bytes(byteorder='little', length=2))  # expect: b'\xff' b'\x01\x00\x00\x00' b'\x01\x00'
print(error((256).to_bytes))  # expect: OverflowError: int too big to convert
print(error((-1).to_bytes))  # expect: OverflowError: can't convert negative int to unsigned
print(error((1).to_bytes, 2, 'middle'))  # expect: ValueError: byteorder must be either 'little' or 'big'
print(int.from_bytes(b'\x01\x02'), int.from_bytes(b''), int.from_bytes(b'\xff', signed=True))  # expect: 258 0 -1
print(int.from_bytes(b'\x01\x02', byteorder='little'), int.from_bytes([1, 2]), bool.from_bytes(b'\0\1'))  # expect: 513 258 True
print(error(int.from_bytes, b'a', 'middle'))  # expect: ValueError: byteorder must be either 'little' or 'big'
print(error(int.from_bytes, 'a'))  # expect: TypeError: cannot convert 'str' object to bytes
print((1.5).__floor__(), (1.5).__ceil__(), (-1.5).__floor__(), (-1.5).__ceil__(), (-0.0).__ceil__())  # expect: 1 2 -2 -1 0
print((1e300).__floor__() == int(1e300), (2.0).__ceil__(), type((2.5).__floor__()).__name__)  # expect: True 2 int
print(error(float('nan').__floor__))  # expect: ValueError: cannot convert float NaN to integer
print(error(float('inf').__floor__))  # expect: OverflowError: cannot convert float infinity to integer
print(error(float('-inf').__ceil__))  # expect: OverflowError: cannot convert float infinity to integer


class Odd(float):
    def __floor__(self):
        return 'floor'

    def __ceil__(self):
        return 'ceil'


print(math.floor(Odd(1)), math.ceil(Odd(1)))  # expect: floor ceil
