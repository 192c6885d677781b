import array
import copy
import io


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


A = array.array
print(array.typecodes, A is array.ArrayType, [(c, A(c).itemsize) for c in array.typecodes])
for arguments in [(), ('z',), ('ab',), (3,), ('i', 3), ('i', 'abc'), ('u', 'abc'), ('u', b'ab'), ('i', [1.5]), ('b', [200]), ('B', [-1]),
                  ('B', [256]), ('h', [1 << 20]), ('H', [1 << 20]), ('H', [-1]), ('i', [1 << 40]), ('I', [1 << 40]), ('I', [-1]),
                  ('l', [1 << 70]), ('L', [-1]), ('L', [1 << 70]), ('q', [1 << 70]), ('Q', [-1]), ('Q', [1 << 70]), ('f', ['a']),
                  ('u', ['ab']), ('i', A('u')), ('i', b'abcdefgh'), ('d', range(3)), ('i', [1, 'x'])]:
    print(arguments, attempt(A, *arguments))
a = A('i', [3, 1, 2])
print(a + A('i', [4]), a * 2, 0 * a, a[1], a[-1], a[::2], a[::-1], 2 in a, len(a), list(a), attempt(lambda: a + [1]), attempt(lambda: a + A('b')))
for name, arguments in [('index', (9,)), ('remove', (9,)), ('pop', (9,)), ('append', ('x',)), ('frombytes', (b'abc',)), ('frombytes', ('abc',)),
                        ('extend', (3,)), ('extend', (A('b'),)), ('fromlist', (3,)), ('fromlist', ([1, 'x'],)), ('tounicode', ()),
                        ('fromunicode', ('a',)), ('__getitem__', (5,)), ('__getitem__', ('x',)), ('__setitem__', (0, 'x')),
                        ('__setitem__', (slice(0, 1), [1])), ('__setitem__', (slice(0, 3, 2), A('i', [1]))), ('__setitem__', ('x', 1)),
                        ('__delitem__', (9,)), ('__setitem__', (9, 1)), ('__iadd__', (3,))]:
    print(name, attempt(getattr(a, name), *arguments))
print(a)
a.append(7), a.extend([8, 9]), a.insert(1, 5), a.reverse()
print(a, a.pop(), a.pop(0), a.index(8), a.count(8), a)
a[1:2] = A('i', [10, 11, 12])
del a[0], a[-2:]
a[::2] = A('i', [0, 0])
print(a, a.tolist(), a.tobytes())
a *= 2
a += A('i', [1])
a.byteswap()
print(a, a == A('i', a), a == A('d', a), a < A('i', [1 << 30]), a != 3, attempt(lambda: a < 3), attempt(hash, a))
print(copy.copy(a) == a, copy.deepcopy(a) == a, a.__reduce_ex__(2)[1], a.__reduce_ex__(4)[1][1:])
file = io.BytesIO()
a.tofile(file)
file.seek(0)
b = A('i')
b.fromfile(file, 3)
print(b == a[:3], attempt(b.fromfile, file, 99), len(b) == len(a) + 3)
view = memoryview(a)
print(view.format, view.itemsize, len(view), attempt(a.append, 1))
view.release()
a.append(1)
print(array._array_reconstructor(A, 'i', 1, b'\xff\x01'), array._array_reconstructor(A, 'd', 14, b'\0\0\x80?'))


class Sub(A):
    def __init__(self, *args):
        self.args = args


s = Sub('h', [1, 2])
s.x = 1
print(s, s[:1], type(s[:1]), s.args, s.__reduce_ex__(4)[2])
it = iter(a)
print(next(it), type(it).__name__, len(list(it)))
for code in 'bHiqfd':
    swapped = A(code, [1, 2, 3])
    swapped.byteswap()
    swapped.reverse()
    print(code, swapped.tobytes(), swapped[::-2].tobytes(), swapped[1:].tobytes())
print(A('u', 'a\xe9\u4e00'), A('u', '\U0001f600'), attempt(A('i', [1]).fromlist, [1, 'x']), A('i', range(5))[4:0:-2])
