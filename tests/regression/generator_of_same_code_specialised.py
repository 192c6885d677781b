# A generator iterates over a generator of the same code, which specialises the instruction that is waiting for it.


def g2():
    yield ''
    yield 'x'


def g0():
    return ['q']


def ig(level, entries):
    folders = ig(level - 1, g2) if level > 1 else ['k']
    for folder in folders:
        for name in entries():
            yield folder + name

print(list(ig(1, g0)), list(ig(2, g0)))  # expect: ['kq'] ['kq', 'kxq']


def raises(level):
    for item in raises(level - 1) if level else [1]:
        yield item
        if level == 2:
            for other in (x for x in raises(0)):
                raise StopIteration


print(list(raises(1)), list(raises(2)))  # expect: [1] [1]
