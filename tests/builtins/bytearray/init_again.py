# __init__() of a bytearray that has bytes: it is emptied before anything else, and the bytes before a bad item stay.
def again(*args, **kwargs):
    b = bytearray(b'abc')
    try:
        b.__init__(*args, **kwargs)
    except Exception as error:
        print(type(error).__name__, error, b)
    else:
        print(b)


class Fails:
    def __index__(self):
        return 1 // 0


again()  # expect: bytearray(b'')
again('x')  # expect: TypeError string argument without an encoding bytearray(b'')
again('x', 1)  # expect: TypeError bytearray() argument 2 must be str, not int bytearray(b'')
again('x', 'nope')  # expect: LookupError unknown encoding: nope bytearray(b'')
again(-1)  # expect: ValueError negative count bytearray(b'')
again(Fails())  # expect: ZeroDivisionError integer division or modulo by zero bytearray(b'')
again(2.5)  # expect: TypeError 'float' object is not iterable bytearray(b'')
again([1, 2, 300, 4])  # expect: ValueError byte must be in range(0, 256) bytearray(b'\x01\x02')
again((1, 'a'))  # expect: TypeError 'str' object cannot be interpreted as an integer bytearray(b'\x01')
again(iter([5, 6, 'z']))  # expect: TypeError 'str' object cannot be interpreted as an integer bytearray(b'\x05\x06')
again([7, Fails()])  # expect: ZeroDivisionError integer division or modulo by zero bytearray(b'\x07')
again(b'q', 'utf-8')  # expect: TypeError encoding or errors without a string argument bytearray(b'')
again(3, encoding='utf-8')  # expect: TypeError encoding or errors without a string argument bytearray(b'')
again(foo=1)  # expect: TypeError 'foo' is an invalid keyword argument for this function bytearray(b'')
again(1, 2, 3, 4)  # expect: TypeError bytearray() takes at most 3 arguments (4 given) bytearray(b'')
again(source=[9])  # expect: bytearray(b'\t')
held = bytearray(b'abc')
view = memoryview(held)
for args in [(), (3,), (1, 2, 3, 4)]:
    try:
        held.__init__(*args)
    except BufferError as error:
        print(error, held)
# expect: Existing exports of data: object cannot be re-sized bytearray(b'abc')
# expect: Existing exports of data: object cannot be re-sized bytearray(b'abc')
# expect: Existing exports of data: object cannot be re-sized bytearray(b'abc')
