def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


def g():
    print('start')
    x = yield 1
    print('got', x)
    y = yield 2
    print('got', y)
    return 'result'
i = g()
print(type(i).__name__, i.__name__, i.gi_running, i.gi_frame is not None)  # expect: generator g False True
print(next(i))  # expect: start
# expect: 1
print(i.send('a'))  # expect: got a
# expect: 2
try:
    i.send('b')  # expect: got b
except StopIteration as e:
    print(e.value, e.args)  # expect: result ('result',)
print(i.gi_frame, list(i), next(i, 'done'))  # expect: None [] done
print(attempt(lambda: g().send(1)))  # expect: TypeError: can't send non-None value to a just-started generator
def loop(n):
    for k in range(n):
        yield k * k
print(list(loop(4)), sum(loop(5)), max(loop(3)), [*loop(3)], dict(zip('ab', loop(2))), 4 in loop(5), tuple(loop(0)))  # expect: [0, 1, 4, 9] 30 4 [0, 1, 4] {'a': 0, 'b': 1} True ()
