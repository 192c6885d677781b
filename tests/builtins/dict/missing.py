def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


class Default(dict):
    def __missing__(self, key):
        self[key] = value = len(self)
        return value
d = Default(a='A')
print(d['a'], d['x'], d['y'], d['x'], d, d.get('zz'), 'zz' in d)  # expect: A 1 2 1 {'a': 'A', 'x': 1, 'y': 2} None False
class Raises(dict):
    def __missing__(self, key):
        raise ValueError(key)
print(attempt(lambda: Raises()['k']))  # expect: ValueError: k
print(attempt(lambda: dict.__getitem__(Raises(), 'k')))  # expect: ValueError: k
print(attempt(lambda: dict.__missing__))  # expect: AttributeError: type object 'dict' has no attribute '__missing__'
