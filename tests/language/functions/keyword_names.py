# Errors of ** arguments come in the order of the keys.
def f(a, b=2, *, c=3):
    return a, b, c


def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


class C:
    def m(self, a, **k):
        return a, k


print(attempt(lambda: f(1, **{'a': 1, 2: 3})))  # expect: TypeError: f() got multiple values for argument 'a'
print(attempt(lambda: f(1, **{'q': 1, 2: 3})))  # expect: TypeError: f() got an unexpected keyword argument 'q'
print(attempt(lambda: f(1, **{2: 3, 'q': 3})))  # expect: TypeError: f() keywords must be strings
print(attempt(lambda: f(**{'b': 1, 2: 3})))  # expect: TypeError: f() keywords must be strings
print(attempt(lambda: f(1, 2, 3, **{'b': 1, 2: 3})))  # expect: TypeError: f() got multiple values for argument 'b'
print(attempt(lambda: f(*[1, 2], **{'b': 1, 2: 3})))  # expect: TypeError: f() got multiple values for argument 'b'
print(attempt(lambda: f(x=1, **{'b': 1, 2: 3})))  # expect: TypeError: f() got an unexpected keyword argument 'x'
print(attempt(lambda: f(a=1, **{'b': 1, 'a': 3})))  # expect: TypeError: f() got multiple values for keyword argument 'a'
print(attempt(lambda: C().m(1, **{'z': 1, 2: 3})))  # expect: TypeError: m() keywords must be strings
print(attempt(lambda: C().m(1, **{'a': 1, 2: 3})))  # expect: TypeError: m() got multiple values for argument 'a'
print(attempt(lambda: int(*5)), attempt(lambda: str.join(*5)), attempt(lambda: C(*5)), attempt(lambda: C().m(*5)))  # expect: TypeError: type object argument after * must be an iterable, not int TypeError: method_descriptor object argument after * must be an iterable, not int TypeError: type object argument after * must be an iterable, not int TypeError: m() argument after * must be an iterable, not int
print(attempt(lambda: f(**5)), attempt(lambda: int(**5)), attempt(lambda: len(**5)))  # expect: TypeError: f() argument after ** must be a mapping, not int TypeError: type object argument after ** must be a mapping, not int TypeError: len() argument after ** must be a mapping, not int
print(attempt(lambda: int(**{'a': 1}, **{'a': 2})))  # expect: TypeError: type object got multiple values for keyword argument 'a'
print(attempt(lambda: f(**{'a': 1}, **{'a': 2})))  # expect: TypeError: f() got multiple values for keyword argument 'a'
print(attempt(lambda: str.join(**{'a': 1}, **{'a': 2})))  # expect: TypeError: method_descriptor object got multiple values for keyword argument 'a'
print(attempt(lambda: C().m(**{1: 1}, **{1: 2})))  # expect: TypeError: m() keywords must be strings

# Other messages that name what was asked of whom.
def delete(container, key):
    del container[key]


for container in ('s', 5, None, (1,), object(), f, b'', frozenset(), {}.keys(), range(3), C()):
    print([attempt(lambda: delete(container, key)) for key in (0, 's', slice(1))])
# expect: ["TypeError: 'str' object doesn't support item deletion", "TypeError: 'str' object does not support item deletion", "TypeError: 'str' object does not support item deletion"]
# expect: ["TypeError: 'int' object does not support item deletion", "TypeError: 'int' object does not support item deletion", "TypeError: 'int' object does not support item deletion"]
# expect: ["TypeError: 'NoneType' object does not support item deletion", "TypeError: 'NoneType' object does not support item deletion", "TypeError: 'NoneType' object does not support item deletion"]
# expect: ["TypeError: 'tuple' object doesn't support item deletion", "TypeError: 'tuple' object does not support item deletion", "TypeError: 'tuple' object does not support item deletion"]
# expect: ["TypeError: 'object' object does not support item deletion", "TypeError: 'object' object does not support item deletion", "TypeError: 'object' object does not support item deletion"]
# expect: ["TypeError: 'function' object does not support item deletion", "TypeError: 'function' object does not support item deletion", "TypeError: 'function' object does not support item deletion"]
# expect: ["TypeError: 'bytes' object doesn't support item deletion", "TypeError: 'bytes' object does not support item deletion", "TypeError: 'bytes' object does not support item deletion"]
# expect: ["TypeError: 'frozenset' object doesn't support item deletion", "TypeError: 'frozenset' object does not support item deletion", "TypeError: 'frozenset' object does not support item deletion"]
# expect: ["TypeError: 'dict_keys' object doesn't support item deletion", "TypeError: 'dict_keys' object does not support item deletion", "TypeError: 'dict_keys' object does not support item deletion"]
# expect: ["TypeError: 'range' object doesn't support item deletion", "TypeError: 'range' object does not support item deletion", "TypeError: 'range' object does not support item deletion"]
# expect: ["TypeError: 'C' object doesn't support item deletion", "TypeError: 'C' object does not support item deletion", "TypeError: 'C' object does not support item deletion"]


def unpack(source):
    a, b, *c = source
    return a, b, c


for source in ((), (1,), (1, 2), iter([1]), 'ab', 5):
    print(attempt(lambda: unpack(source)))
# expect: ValueError: not enough values to unpack (expected at least 2, got 0)
# expect: ValueError: not enough values to unpack (expected at least 2, got 1)
# expect: (1, 2, [])
# expect: ValueError: not enough values to unpack (expected at least 2, got 1)
# expect: ('a', 'b', [])
# expect: TypeError: 'int' object is not iterable

# While an exception is handled CPython does not reword the KeyError it finds.
try:
    1 / 0
except ZeroDivisionError:
    print(attempt(lambda: f(**{'a': 1}, **{'a': 2})))  # expect: KeyError: 'a'
print(attempt(lambda: f(**{'a': 1}, **{'a': 2})))  # expect: TypeError: f() got multiple values for keyword argument 'a'
