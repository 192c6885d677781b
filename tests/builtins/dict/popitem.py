def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


d = dict(a=1, b=2, c=3)
print(d.popitem(), d.popitem(), d)  # expect: ('c', 3) ('b', 2) {'a': 1}
d['z'] = 26
print(d.popitem(), d.popitem())  # expect: ('z', 26) ('a', 1)
print(attempt(lambda: d.popitem()))  # expect: KeyError: 'popitem(): dictionary is empty'
