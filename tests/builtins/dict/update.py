def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


d = {'a': 1}
print(d.update(b=2), d.update({'a': 5}), d.update([('c', 3)], d=4), d.update(), d)  # expect: None None None None {'a': 5, 'b': 2, 'c': 3, 'd': 4}
print(attempt(lambda: d.update(5)))  # expect: TypeError: 'int' object is not iterable
print(attempt(lambda: d.update([1])))  # expect: TypeError: cannot convert dictionary update sequence element #0 to a sequence
print(attempt(lambda: d.update({}, {})))  # expect: TypeError: update expected at most 1 arguments, got 2
d.update(d)
print(d, d.update(x for x in [('z', 1)]), d)  # expect: {'a': 5, 'b': 2, 'c': 3, 'd': 4, 'z': 1} None {'a': 5, 'b': 2, 'c': 3, 'd': 4, 'z': 1}
