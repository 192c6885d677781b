from operator import itemgetter, attrgetter, methodcaller


def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


class P:
    def __init__(self, n, a): self.name, self.age = n, a
    def greet(self, hi='hi', **k): return hi + ' ' + self.name
people = [P('Bo', 30), P('Al', 25), P('Cy', 30)]
print([p.name for p in sorted(people, key=attrgetter('age', 'name'))], list(map(methodcaller('greet', 'yo'), people)), methodcaller('greet', hi='hey')(people[0]), itemgetter('b', 'a')({'a': 1, 'b': 2}), repr(itemgetter(1)), repr(attrgetter('a.b')), repr(methodcaller('m', 1, k=2)))  # expect: ['Al', 'Bo', 'Cy'] ['yo Bo', 'yo Al', 'yo Cy'] hey Bo (2, 1) operator.itemgetter(1) operator.attrgetter('a.b') operator.methodcaller('m', 1, k=2)
print(attempt(lambda: attrgetter('name.nope')(people[0])))  # expect: AttributeError: 'str' object has no attribute 'nope'
print(attempt(lambda: itemgetter('z')({})))  # expect: KeyError: 'z'
print(attempt(lambda: methodcaller('greet', 1, 2)(people[0])))  # expect: TypeError: greet() takes from 1 to 2 positional arguments but 3 were given
