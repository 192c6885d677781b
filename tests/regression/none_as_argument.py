# An argument of the wrong type that is None is called "None" where CPython parses it, and by its type where it does not.
import io

def message(f, *args, **named):
    try:
        f(*args, **named)
    except TypeError as e:
        print(e)

message(str, b'x', None)  # expect: str() argument 2 must be str, not None
message(str, b'x', 'utf-8', None)  # expect: str() argument 3 must be str, not None
message(bytes, 'x', None)  # expect: bytes() argument 2 must be str, not None
message(bytearray, 'x', 'utf-8', None)  # expect: bytearray() argument 3 must be str, not None
message('x'.encode, None)  # expect: encode() argument 1 must be str, not None
message(b'x'.decode, 'utf-8', None)  # expect: decode() argument 2 must be str, not None
message(open, 'x', None)  # expect: open() argument 2 must be str, not None
message(io.FileIO, 'x', None)  # expect: FileIO() argument 2 must be str, not None
message(__import__, None)  # expect: __import__() argument 1 must be str, not None
message(type, None, (), {})  # expect: type.__new__() argument 1 must be str, not None
message(type, 'x', None, {})  # expect: type.__new__() argument 2 must be tuple, not None
message(type, 'x', (), None)  # expect: type.__new__() argument 3 must be dict, not None
message(object().__format__, None)  # expect: __format__() argument 1 must be str, not None
message((1).__format__, None)  # expect: __format__() argument 1 must be str, not None
message((1.5).__format__, None)  # expect: __format__() argument 1 must be str, not None
message((1j).__format__, None)  # expect: __format__() argument 1 must be str, not None
message('x'.__format__, None)  # expect: __format__() argument 1 must be str, not None
message(float.__getformat__, None)  # expect: __getformat__() argument must be string, not NoneType
message(bytes.fromhex, None)  # expect: fromhex() argument must be str, not None
message('x'.replace, None, 'y')  # expect: replace() argument 1 must be str, not None
