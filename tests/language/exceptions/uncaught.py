def f():
    raise KeyError('missing')
print('start')  # expect: start
f()  # expect raises: KeyError: 'missing'
