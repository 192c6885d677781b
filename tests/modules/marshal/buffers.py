# Whatever has bytes is written as bytes.
import array
import marshal

for value in (memoryview(b'abc'), memoryview(b'abcdef')[::2], bytearray(b'xy'), array.array('B', [1, 2]), [memoryview(b'q')]):
    print(marshal.loads(marshal.dumps(value)))  # expect: b'abc'
# expect raises: ValueError: unmarshallable object
released = memoryview(b'abc')
released.release()
for value in (released, object(), [len]):
    try:
        print(marshal.dumps(value))
    except ValueError as e:
        print(e)
