# A call site that has seen a method of a class looks into the dict of each object first: instances of subclasses of
# built-in types have one of their own, and so have some built-in types.
import io


class Stack(list):
    pass


class Table(dict):
    @staticmethod
    def get(key):
        return 'static', key


class Answers(list):
    @classmethod
    def append(cls, item):
        return cls.__name__, item


class Plain:
    def append(self, item):
        return 'plain', item


def append(box, item):
    return box.append(item)


def get(table, key):
    return table.get(key)


def write(stream, text):
    return stream.write(text)


first, second = Stack(), Stack()
print([append(box, 1) for box in (first, second, first, second)], first, second)  # expect: [None, None, None, None] [1, 1] [1, 1]
first.other = 1
print([append(box, 2) for box in (first, second)], first, second)  # expect: [None, None] [1, 1, 2] [1, 1, 2]
second.append = lambda item: ('own', item)
print([append(box, 3) for box in (first, second, first)], first, second)  # expect: [None, ('own', 3), None] [1, 1, 2, 3, 3] [1, 1, 2]
del second.append
print(append(second, 4), second)  # expect: None [1, 1, 2, 4]
print([append(box, 5) for box in (Plain(), first, Answers(), Plain(), first, [], Stack())], first)  # expect: [('plain', 5), None, ('Answers', 5), ('plain', 5), None, None, None] [1, 1, 2, 3, 3, 5, 5]
Stack.append = lambda self, item: ('class', item)
print([append(box, 6) for box in (first, second)], first)  # expect: [('class', 6), ('class', 6)] [1, 1, 2, 3, 3, 5, 5]
del Stack.append
print([append(box, 7) for box in (first, second)], first, second)  # expect: [None, None] [1, 1, 2, 3, 3, 5, 5, 7] [1, 1, 2, 4, 7]
plain = Plain()
plain.append = len
print([append(box, 'ab') for box in (plain, first, plain, Plain())])  # expect: [2, None, 2, ('plain', 'ab')]


class Odd(str):
    """A key that is equal to the name but is no plain str."""
    def __eq__(self, other): return str(self) == other
    def __hash__(self): return hash('append')


second.__dict__[Odd('append')] = lambda item: ('odd', item)
print([append(box, 8) for box in (first, second, first)], first)  # expect: [None, ('odd', 8), None] [1, 1, 2, 3, 3, 5, 5, 7, 'ab', 8, 8]
print([get(table, 1) for table in ({1: 2}, Table(), {}, Table({1: 3}))])  # expect: [2, ('static', 1), None, ('static', 1)]
Table.get = dict.get
print([get(table, 1) for table in (Table({1: 3}), Table(), Table({1: 4}))])  # expect: [3, None, 4]
streams = [io.TextIOWrapper(io.BytesIO()) for i in range(3)]
print([write(stream, 'abc') for stream in streams])  # expect: [3, 3, 3]
streams[1].write = lambda text: 'mine'
print([write(stream, 'abc') for stream in streams])  # expect: [3, 'mine', 3]
