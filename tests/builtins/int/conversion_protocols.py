def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


class WithInt:
    def __int__(self):
        return 7
class WithTrunc:
    def __trunc__(self):
        return 8
class Bad:
    def __int__(self):
        return 'x'
class WithIndex:
    def __index__(self):
        return 3
print(int(WithInt()), int(WithTrunc()))  # expect: 7 8
print(attempt(lambda: int(Bad())))  # expect: TypeError: __int__ returned non-int (type str)
print(attempt(lambda: int(WithIndex())))  # expect: TypeError: int() argument must be a string, a bytes-like object or a number, not 'WithIndex'
print(int('11', WithIndex()), [10, 20, 30, 40][WithIndex()], hex(WithIndex()))  # expect: 4 40 0x3
print(range(WithIndex()), 'ab' * WithIndex(), bytes(WithIndex()))  # expect: range(0, 3) ababab b'\x00\x00\x00'
