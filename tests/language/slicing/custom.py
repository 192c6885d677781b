def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


class S:
    def __getitem__(self, k): return k
    def __setitem__(self, k, v): print('set', k, v)
    def __delitem__(self, k): print('del', k)
s = S()
print(s[:], s[1:], s[:2], s[::3], s[1:2:3], s['a':'b'], s[1:2, 3:4], s[None:], s[s:s].start is s)  # expect: slice(None, None, None) slice(1, None, None) slice(None, 2, None) slice(None, None, 3) slice(1, 2, 3) slice('a', 'b', None) (slice(1, 2, None), slice(3, 4, None)) slice(None, None, None) True
s[1:2] = 5  # expect: set slice(1, 2, None) 5
del s[::2]  # expect: del slice(None, None, 2)
s[0:1] += (9,)  # expect raises: TypeError: unsupported operand type(s) for +=: 'slice' and 'tuple'
class B:
    def __index__(self): return 2
print('abcdef'[B():], [0, 1, 2, 3][:B()], (0, 1, 2, 3, 4)[::B()])
print(attempt(lambda: 'abc'['a':]))
print(attempt(lambda: [1][1.5:]))
