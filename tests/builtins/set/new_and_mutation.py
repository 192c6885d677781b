def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


s = set('hello')
print(sorted(s), len(s), set(), frozenset(), set([1]), frozenset([1]), {1, 1.0, True}, set({5: 1}))  # expect: ['e', 'h', 'l', 'o'] 4 set() frozenset() {1} frozenset({1}) {1} {5}
print(s.add('z'), s.discard('q'), s.discard('z'), s.remove('h'), sorted(s))  # expect: None None None None ['e', 'l', 'o']
print(attempt(lambda: s.remove('nope')))  # expect: KeyError: 'nope'
print(attempt(lambda: s.add([])))  # expect: TypeError: unhashable type: 'list'
print(attempt(lambda: set(5)))  # expect: TypeError: 'int' object is not iterable
print(attempt(lambda: set([[]])))  # expect: TypeError: unhashable type: 'list'
print(attempt(lambda: set().pop()))  # expect: KeyError: 'pop from an empty set'
print(attempt(lambda: {[]}))  # expect: TypeError: unhashable type: 'list'
print(attempt(lambda: hash(set())))  # expect: TypeError: unhashable type: 'set'
one = {7}
print(one.pop(), one, s.clear(), s, s.copy() is s)  # expect: 7 set() None set() False
print(attempt(lambda: frozenset().add(1)))  # expect: AttributeError: 'frozenset' object has no attribute 'add'
print(attempt(lambda: set(1, 2)))  # expect: TypeError: set expected at most 1 arguments, got 2
