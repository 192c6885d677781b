def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


s = {1, 2, 3}
def grow():
    for x in s:
        s.add(x + 100)
def shrink():
    for x in s:
        s.clear()
print(attempt(lambda: grow()))  # expect: RuntimeError: Set changed size during iteration
s = {1, 2}
print(attempt(lambda: shrink()))  # expect: RuntimeError: Set changed size during iteration
it = iter({1})
print(next(it), next(it, 'end'), {1: 2}.keys() - {1}, len({*range(5), *'ab'}))  # expect: 1 end set() 7
print(type(it).__name__, iter({5}).__length_hint__())  # expect: set_iterator 1
