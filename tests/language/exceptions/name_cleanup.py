try:
    raise ValueError('x')
except ValueError as e:
    saved = e
try:
    e
except NameError as error:
    print(error)  # expect: name 'e' is not defined
print(saved)  # expect: x
e = 'old'
try:
    raise KeyError
except KeyError as e:
    e = 'rebound'
print('e' in globals())  # expect: False
def f():
    try:
        raise ValueError
    except ValueError as e:
        del e
    return 'ok'
print(f())  # expect: ok
def g():
    try:
        1 / 0
    except ZeroDivisionError as e:
        return e
print(repr(g()))  # expect: ZeroDivisionError('division by zero',)
def h():
    for i in range(2):
        try:
            raise ValueError(i)
        except ValueError as e:
            continue
    return 'e' in locals()
print(h())  # expect: False
