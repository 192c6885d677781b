# An iterator that has ended is not asked again, though it would have more.
from itertools import chain, islice


class GoesOn:
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n % 3 == 0:
            raise StopIteration
        return self.n


iterator = GoesOn()
print(list(islice(chain(iterator, [9], iterator), 7)))  # expect: [1, 2, 9, 4, 5]
print(iterator.n)  # expect: 6
