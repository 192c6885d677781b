def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


class A: pass
a = A()
a.x = 1
a.l = [1]
a.x += 2; a.l += [2]; a.x **= 3; a.x //= 4; a.x %= 5; a.x <<= 3; a.x |= 1; a.x ^= 3; a.x &= 0xff; a.x >>= 1; a.x -= 9; a.x *= 2; a.x /= 4
print(a.x, a.l)  # expect: -2.0 [1, 2]
l = [[1], 2, 'a']
l[0] += (5,); l[1] -= 1; l[-1] *= 3; l[0][1] += 1
print(l)  # expect: [[1, 6], 1, 'aaa']
d = {}
def bad():
    d['k'] += 1
print(attempt(lambda: bad()))  # expect: KeyError: 'k'
def unbound():
    n += 1
print(attempt(lambda: unbound()))  # expect: UnboundLocalError: local variable 'n' referenced before assignment
x = y = [1]
x += [2]
x = x + [3]
print(x, y)  # expect: [1, 2, 3] [1, 2]
