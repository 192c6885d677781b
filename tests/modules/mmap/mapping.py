import mmap


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


m = mmap.mmap(-1, 20)
print(len(m), m[:3], m.write(b'hello\nworld'), m.tell(), m.seek(0), m.readline(), m.read(3), m.read_byte(), m.find(b'o'), m.find(b'o', 0), m.rfind(b'o'))
m[0] = 72
m[1:3] = b'EL'
m.move(10, 0, 3)
print(m[:], m[-1], m[::5], attempt(lambda: m[99]), attempt(lambda: m['a']))
for call in [lambda: m.__setitem__(0, 300), lambda: m.__setitem__(0, 'a'), lambda: m.__setitem__(slice(0, 2), b'abc'), lambda: m.write(b'x' * 99),
             lambda: m.seek(99), lambda: m.seek(1, 9), lambda: m.move(15, 0, 9), lambda: mmap.mmap(-1, -1), lambda: mmap.mmap(-1, 5, access=9),
             lambda: mmap.mmap(-1, 10, access=mmap.ACCESS_READ).write(b'a')]:
    print(attempt(call))
view = memoryview(m)
print(attempt(m.close), bytes(view[:2]))
view.release()
m.close()
print(m.closed, attempt(len, m), attempt(m.read))
