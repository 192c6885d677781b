def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


m = memoryview(b'hello')
print(m[0], bytes(m[1:3]), len(m), m.tobytes(), m.tolist(), m == b'hello', m.readonly, m.format, m.itemsize, m.nbytes, m.ndim, m.shape)  # expect: 104 b'el' 5 b'hello' [104, 101, 108, 108, 111] True True B 1 5 1 (5,)
b = bytearray(b'abc')
w = memoryview(b)
w[0] = 90
w[1:3] = b'YX'
print(b, w.readonly)  # expect: bytearray(b'ZYX') False
def put(view, i, v):
    view[i] = v
print(attempt(lambda: put(m, 0, 1)))  # expect: TypeError: cannot modify read-only memory
print(attempt(lambda: put(w, 9, 1)))  # expect: IndexError: index out of bounds on dimension 1
print(attempt(lambda: put(w, 0, 300)))  # expect: ValueError: memoryview: invalid value for format 'B'
print(attempt(lambda: put(w, slice(0, 2), b'abc')))  # expect: ValueError: memoryview assignment: lvalue and rvalue have different structures
print(attempt(lambda: memoryview('a')))  # expect: TypeError: memoryview: a bytes-like object is required, not 'str'
print(attempt(lambda: memoryview()))  # expect: TypeError: Required argument 'object' (pos 1) not found
print(attempt(lambda: b.append(1)))  # expect: BufferError: Existing exports of data: object cannot be re-sized
w.release()
b.append(1)
print(b)  # expect: bytearray(b'ZYX\x01')
print(attempt(lambda: w[0]))  # expect: ValueError: operation forbidden on released memoryview object
with memoryview(b'x') as v:
    print(v[0])  # expect: 120
print(attempt(lambda: v[0]))  # expect: ValueError: operation forbidden on released memoryview object
print(bytes(memoryview(b'abcdef')[::2]), memoryview(b'ab').hex(), hash(memoryview(b'a')) == hash(b'a'))  # expect: b'ace' 6162 True
