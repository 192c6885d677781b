import math
import array

print(int(memoryview(b'123')[1:3]), float(memoryview(b'12.5')[1:]), int(array.array('B', b'77')))
for text in ('\ud8f0', '1\ud800'):
    try:
        float(text)
    except ValueError as error:
        print(type(error).__name__, error)


class Text(str):
    def __float__(self):
        return float(str(self)) + 1


print(float(Text('8')), pow(0.0, -math.inf), pow(-0.0, -math.inf), 2.0 ** -math.inf)
try:
    0.0 ** -1
except ZeroDivisionError as error:
    print(error)
z = 1 + 2j
print(complex(z) is z, complex(z, 0) == z)
print(math.fsum([2. ** n - 2. ** (n + 50) + 2. ** (n + 52) for n in range(-1074, 972, 2)] + [-2. ** 1022]).hex())
