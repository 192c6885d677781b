def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


assert True, 'not shown'
def check(x, *m):
    if m:
        assert x, m[0]
    else:
        assert x
print(attempt(lambda: check(0)))  # expect: AssertionError: 
print(attempt(lambda: check(0, 'msg')))  # expect: AssertionError: msg
print(attempt(lambda: check([], ValueError('v'))))  # expect: AssertionError: v
print(attempt(lambda: check(0, (1, 2))))  # expect: AssertionError: (1, 2)
print(check(1))  # expect: None
try:
    assert 0, [1]
except AssertionError as e:
    print(e.args)  # expect: ([1],)
