def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


f = frozenset('abca')
print(len(f), 'a' in f, sorted(f), f == set('abc'), f | {'z'} == set('abcz'), hash(f) == hash(frozenset('cab')), frozenset(f) is f, f.copy() is f, {f: 1}[frozenset('abc')], f.union('x') >= f)  # expect: 3 True ['a', 'b', 'c'] True True True True True 1 True
print(attempt(lambda: f.add('x')))  # expect: AttributeError: 'frozenset' object has no attribute 'add'
print(attempt(lambda: f.remove('a')))  # expect: AttributeError: 'frozenset' object has no attribute 'remove'
print(attempt(lambda: f.update('x')))  # expect: AttributeError: 'frozenset' object has no attribute 'update'
print(attempt(lambda: frozenset(5)))  # expect: TypeError: 'int' object is not iterable
