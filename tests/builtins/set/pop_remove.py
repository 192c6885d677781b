def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


s = {1}
print(s.pop(), s)  # expect: 1 set()
print(attempt(lambda: s.pop()))  # expect: KeyError: 'pop from an empty set'
s = {1, 2, 3}
print(s.remove(2), sorted(s), s.discard(9), s.discard(1), s)  # expect: None [1, 3] None None {3}
print(attempt(lambda: s.remove(2)))  # expect: KeyError: 2
print(attempt(lambda: s.remove()))  # expect: TypeError: remove() takes exactly one argument (0 given)
print(attempt(lambda: s.discard([])))  # expect: TypeError: unhashable type: 'list'
print(attempt(lambda: s.remove({1})))  # expect: KeyError: {1}
