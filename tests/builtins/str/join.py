def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(','.join(['a', 'b']), ''.join('abc'), '-'.join(()), ', '.join({'k': 1}), '.'.join(c for c in 'xyz'), 'ab'.join(['x']), '€'.join(['a', 'b', 'c']))  # expect: a,b abc  k x.y.z x a€b€c
print(attempt(lambda: ','.join([1])))  # expect: TypeError: sequence item 0: expected str instance, int found
print(attempt(lambda: ','.join(['a', b'b'])))  # expect: TypeError: sequence item 1: expected str instance, bytes found
print(attempt(lambda: ','.join(5)))  # expect: TypeError: can only join an iterable
print(attempt(lambda: ','.join()))  # expect: TypeError: join() takes exactly one argument (0 given)
print(attempt(lambda: ','.join(['a', None])))  # expect: TypeError: sequence item 1: expected str instance, NoneType found
