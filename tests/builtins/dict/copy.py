def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


d = {'a': [1]}
c = d.copy()
c['b'] = 1
c['a'].append(2)
print(d, c, c == d, c is d, {}.copy(), type(dict(d)) is dict)  # expect: {'a': [1, 2]} {'a': [1, 2], 'b': 1} False False {} True
print(attempt(lambda: d.copy(1)))  # expect: TypeError: copy() takes no arguments (1 given)
