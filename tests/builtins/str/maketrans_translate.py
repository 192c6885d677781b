def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print('hello'.translate(str.maketrans('el', 'ip')), 'hello'.translate(str.maketrans('el', 'ip', 'o')), 'abc'.translate({97: 'X', 98: None, 99: 100}), 'a€'.translate({0x20ac: 'euro'}))  # expect: hippo hipp Xd aeuro
print(str.maketrans({'a': 1, 98: 'c'}), str.maketrans('a', 'b', 'c'))  # expect: {97: 1, 98: 'c'} {97: 98, 99: None}
print(attempt(lambda: str.maketrans('ab', 'c')))  # expect: ValueError: the first two maketrans arguments must have equal length
print(attempt(lambda: str.maketrans({'ab': 1})))  # expect: ValueError: string keys in translate table must be of length 1
print(attempt(lambda: str.maketrans(5)))  # expect: TypeError: if you give only one argument to maketrans it must be a dict
print(attempt(lambda: 'a'.translate({97: 5.5})))  # expect: TypeError: character mapping must return integer, None or str
print(attempt(lambda: 'a'.translate(5)))  # expect: TypeError: 'int' object is not subscriptable
print(attempt(lambda: 'a'.translate({97: 1114112})))  # expect: ValueError: character mapping must be in range(0x110000)
class T:
    def __getitem__(self, key):
        if key == 98:
            raise LookupError
        return chr(key + 1)
print('abc'.translate(T()))  # expect: bbd
