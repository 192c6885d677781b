def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(complex(), complex(1), complex(1, 2), complex('1+2j'), complex(' -1.5e3-2J '), complex('j'), complex('(1+1j)'), complex(1j, 1j), complex('nan+infj'))  # expect: 0j (1+0j) (1+2j) (1+2j) (-1500-2j) 1j (1+1j) (-1+1j) (nan+infj)
print(attempt(lambda: complex('1 + 2j')))  # expect: ValueError: complex() arg is a malformed string
print(attempt(lambda: complex('abc')))  # expect: ValueError: complex() arg is a malformed string
print(attempt(lambda: complex('1', 2)))  # expect: TypeError: complex() can't take second arg if first is a string
print(attempt(lambda: complex(1, '2')))  # expect: TypeError: complex() second arg can't be a string
print(attempt(lambda: complex(None)))  # expect: TypeError: complex() first argument must be a string or a number, not 'NoneType'
print(attempt(lambda: complex([])))  # expect: TypeError: complex() first argument must be a string or a number, not 'list'
class C:
    def __complex__(self):
        return 3 + 4j
print(complex(C()))  # expect: (3+4j)
