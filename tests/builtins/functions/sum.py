def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(sum([1, 2]), sum([]), sum([1.5, 2]), sum([1], 10), sum([[1], [2]], []), sum((x for x in range(5))), sum([True, True]), sum([2**62, 2**62, 2**62]), sum([0.1] * 10), sum([1j, 2]), sum([(1,), (2,)], ()))  # expect: 3 0 3.5 11 [1, 2] 10 2 13835058055282163712 0.9999999999999999 (2+1j) (1, 2)
print(attempt(lambda: sum(['a', 'b'])))  # expect: TypeError: unsupported operand type(s) for +: 'int' and 'str'
print(attempt(lambda: sum(['a'], '')))  # expect: TypeError: sum() can't sum strings [use ''.join(seq) instead]
print(attempt(lambda: sum([b'a'], b'')))  # expect: TypeError: sum() can't sum bytes [use b''.join(seq) instead]
print(attempt(lambda: sum([bytearray()], bytearray())))  # expect: TypeError: sum() can't sum bytearray [use b''.join(seq) instead]
print(attempt(lambda: sum(5)))  # expect: TypeError: 'int' object is not iterable
print(attempt(lambda: sum()))  # expect: TypeError: sum expected at least 1 arguments, got 0
print(attempt(lambda: sum([[]])))  # expect: TypeError: unsupported operand type(s) for +: 'int' and 'list'
class A:
    def __radd__(self, other):
        return 'radd %r' % (other,)
print(sum([A()]), sum([1, 2, A()]))  # expect: radd 0 radd 3
