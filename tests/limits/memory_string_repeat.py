# options: -X memory-limit=64M
for make in [lambda: 'x' * 10 ** 9, lambda: b'x' * 10 ** 9, lambda: (None,) * 10 ** 9, lambda: bytearray(10 ** 9)]:
    try:
        make()
        print('made')
    except MemoryError:
        print('MemoryError')
# expect: MemoryError
# expect: MemoryError
# expect: MemoryError
# expect: MemoryError
