class CM:
    def __init__(self, value):
        self.value = value
    def __enter__(self):
        return self
    def __exit__(self, *a):
        return self.value
def run(value):
    try:
        with CM(value):
            raise ValueError('v')
        return 'suppressed'
    except ValueError:
        return 'passed on'
print([run(v) for v in (True, False, None, 0, 1, '', 'x', [], [0])])  # expect: ['suppressed', 'passed on', 'passed on', 'passed on', 'suppressed', 'passed on', 'suppressed', 'passed on', 'suppressed']
def gen():
    with CM(False):
        yield 1
        yield 2
print(list(gen()))  # expect: [1, 2]
def ret():
    with CM(True):
        try:
            return 'a'
        finally:
            print('finally')
print(ret())  # expect: finally
# expect: a
def nested():
    for i in range(3):
        with CM(True):
            with CM(False):
                if i == 1:
                    raise KeyError
                yield i
print(list(nested()))  # expect: [0, 2]
