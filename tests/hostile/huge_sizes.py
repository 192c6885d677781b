def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(attempt(lambda: [0] * 10**18))  # expect: MemoryError: 
print(attempt(lambda: [0] * 2**62))  # expect: MemoryError: 
print(attempt(lambda: [0] * 10**30))  # expect: OverflowError: cannot fit 'int' into an index-sized integer
print(attempt(lambda: 'ab' * 2**62))  # expect: OverflowError: repeated string is too long
print(attempt(lambda: 'a' * 10**30))  # expect: OverflowError: cannot fit 'int' into an index-sized integer
print(attempt(lambda: b'ab' * 2**62))  # expect: OverflowError: repeated bytes are too long
print(attempt(lambda: (1, 2) * 2**62))  # expect: MemoryError: 
print(attempt(lambda: bytes(10**30)))  # expect: OverflowError: cannot fit 'int' into an index-sized integer
print(attempt(lambda: 'a'.ljust(10**30)))  # expect: OverflowError: Python int too large to convert to C ssize_t
print(attempt(lambda: 'a'.center(2**62) and 0))  # expect: MemoryError: 
print(attempt(lambda: len(range(2**70))))  # expect: OverflowError: Python int too large to convert to C ssize_t
print(attempt(lambda: range(2**70)[2**80]))  # expect: IndexError: range object index out of range
print(attempt(lambda: [1, 2, 3][10**30:]))  # expect: []
print(attempt(lambda: 'abc'.zfill(10**30)))  # expect: OverflowError: Python int too large to convert to C ssize_t
print(attempt(lambda: int.to_bytes(1, 10**30, 'big')))  # expect: OverflowError: Python int too large to convert to C ssize_t
print(attempt(lambda: [].insert(10**30, 1)))  # expect: OverflowError: Python int too large to convert to C ssize_t
print(attempt(lambda: 'x'.replace('x', 'y', 10**30)))  # expect: OverflowError: Python int too large to convert to C ssize_t
print(attempt(lambda: '%*d' % (10**30, 1)))  # expect: OverflowError: Python int too large to convert to C ssize_t
print(attempt(lambda: '{:{}}'.format(1, 10**30)))  # expect: ValueError: Too many decimal digits in format string
print(attempt(lambda: 'a'.expandtabs(10**30)))  # expect: OverflowError: Python int too large to convert to C long
print(attempt(lambda: chr(10**30)))  # expect: OverflowError: Python int too large to convert to C long
print(attempt(lambda: 5 >> 2**62))  # expect: 0
