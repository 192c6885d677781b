# The place after the last one is not computed: start + step may not be a number of 64 bits.
import array

BIG = 2 ** 63 - 1
for items in ('abc', (1, 2, 3), [1, 2, 3], b'abc', bytearray(b'abc'), array.array('b', b'abc'), memoryview(b'abc')):
    print(bytes(items[1::BIG]) if isinstance(items, memoryview) else items[1::BIG],
          bytes(items[1::-BIG - 1]) if isinstance(items, memoryview) else items[1::-BIG - 1])
# expect: b b
# expect: (2,) (2,)
# expect: [2] [2]
# expect: b'b' b'b'
# expect: bytearray(b'b') bytearray(b'b')
# expect: array('b', [98]) array('b', [98])
# expect: b'b' b'b'
items = [1, 2, 3]
items[2::BIG] = [4]
print(items)  # expect: [1, 2, 4]
del items[1::BIG]
print(items)  # expect: [1, 4]
text = bytearray(b'abc')
text[1::BIG] = b'x'
del text[2::-BIG]
print(text)  # expect: bytearray(b'ax')
numbers = array.array('b', b'abc')
numbers[1::BIG] = array.array('b', b'z')
print(numbers)  # expect: array('b', [97, 122, 99])
