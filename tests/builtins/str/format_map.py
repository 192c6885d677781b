def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


class Default(dict):
    def __missing__(self, key):
        return '<' + key + '>'
print('{a} {b}'.format_map({'a': 1, 'b': 2}), '{a} {zz}'.format_map(Default(a=1)))  # expect: 1 2 1 <zz>
print(attempt(lambda: '{a}'.format_map({})))  # expect: KeyError: 'a'
print(attempt(lambda: '{}'.format_map({'a': 1})))  # expect: ValueError: Format string contains positional fields
print(attempt(lambda: '{a}'.format_map(5)))  # expect: TypeError: 'int' object is not subscriptable
