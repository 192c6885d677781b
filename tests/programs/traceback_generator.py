def numbers():
    yield 1
    raise KeyError('in generator')


class Thing:
    def __repr__(self):
        return 'Thing(%d)' % sum(numbers())


print([Thing()])  # expect raises: KeyError: 'in generator'
