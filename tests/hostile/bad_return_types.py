def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


def make(**methods):
    return type('T', (), {'__%s__' % k: (lambda v: lambda self, *a: v)(v) for k, v in methods.items()})()
print(attempt(lambda: len(make(len='a'))))  # expect: TypeError: 'str' object cannot be interpreted as an integer
print(attempt(lambda: len(make(len=-1))))  # expect: ValueError: __len__() should return >= 0
print(attempt(lambda: bool(make(bool=5))))  # expect: TypeError: __bool__ should return bool, returned int
print(attempt(lambda: hash(make(hash='a'))))  # expect: TypeError: __hash__ method should return an integer
print(attempt(lambda: str(make(str=5))))  # expect: TypeError: __str__ returned non-string (type int)
print(attempt(lambda: repr(make(repr=None))))  # expect: TypeError: __repr__ returned non-string (type NoneType)
print(attempt(lambda: int(make(int='a'))))  # expect: TypeError: __int__ returned non-int (type str)
print(attempt(lambda: float(make(float='a'))))  # expect: TypeError: T.__float__ returned non-float (type str)
print(attempt(lambda: complex(make(complex='a'))))  # expect: TypeError: __complex__ should return a complex object
print(attempt(lambda: bytes(make(bytes='a'))))  # expect: TypeError: __bytes__ returned non-bytes (type str)
print(attempt(lambda: iter(make(iter=5))))  # expect: TypeError: iter() returned non-iterator of type 'int'
print(attempt(lambda: list(make(iter=None))))  # expect: TypeError: iter() returned non-iterator of type 'NoneType'
print(attempt(lambda: [1][make(index='a')]))  # expect: TypeError: __index__ returned non-int (type str)
print(attempt(lambda: format(make(format=5))))  # expect: TypeError: __format__ must return a str, not int
print(attempt(lambda: dir(make(dir=5))))  # expect: TypeError: 'int' object is not iterable
print(attempt(lambda: make(contains=5).__contains__(1) and 1 in make(contains=5)))  # expect: True
print(attempt(lambda: isinstance(1, make(instancecheck='yes'))))  # expect: True
print(attempt(lambda: reversed(make(reversed=5))))  # expect: 5
print(attempt(lambda: abs(make(abs='fine'))))  # expect: fine
print(attempt(lambda: make(lt='lt') < 1))  # expect: lt
print(attempt(lambda: divmod(make(divmod='x'), 1)))  # expect: x
print(attempt(lambda: list(make(length_hint='a', iter=iter('ab')))))  # expect: TypeError: __length_hint__ must be an integer, not str
print(attempt(lambda: range(make(index=1.5))))  # expect: TypeError: __index__ returned non-int (type float)
print(attempt(lambda: round(make(round='r'))))  # expect: r
print(attempt(lambda: 'a' * make(index='x')))  # expect: TypeError: __index__ returned non-int (type str)
print(attempt(lambda: sorted([make(lt=None), make(lt=None)]) and 'ok'))  # expect: ok
print(attempt(lambda: chr(make(index=65))))  # expect: TypeError: an integer is required (got type T)
print(attempt(lambda: print(make(str=b'x'))))  # expect: TypeError: __str__ returned non-string (type bytes)
