def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(dict.fromkeys('ab'), dict.fromkeys([1, 2], 0), dict.fromkeys(range(3), 'x'), dict.fromkeys({'k': 1}), {}.fromkeys('a'))  # expect: {'a': None, 'b': None} {1: 0, 2: 0} {0: 'x', 1: 'x', 2: 'x'} {'k': None} {'a': None}
class D(dict):
    pass
print(type(D.fromkeys('a')).__name__)  # expect: D
shared = dict.fromkeys('ab', [])
shared['a'].append(1)
print(shared)  # expect: {'a': [1], 'b': [1]}
print(attempt(lambda: dict.fromkeys(5)))  # expect: TypeError: 'int' object is not iterable
print(attempt(lambda: dict.fromkeys()))  # expect: TypeError: fromkeys expected at least 1 arguments, got 0
print(attempt(lambda: dict.fromkeys([[]])))  # expect: TypeError: unhashable type: 'list'
