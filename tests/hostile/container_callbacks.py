# Every method of a container that calls back into Python, while the callback empties, fills or replaces the container.
# Nothing may crash; what comes out is only counted, for orders of events differ.
import collections
import gc


class Attack:
    """Runs an action whenever it is asked anything, but not for ever."""

    def __init__(self, action, equal=False, value=1):
        self.action, self.equal, self.value, self.busy = action, equal, value, False
        self.left = 300

    def act(self):
        self.left -= 1
        if not self.busy and self.left > 0:
            self.busy = True
            try:
                self.action()
            finally:
                self.busy = False

    def __eq__(self, other):
        self.act()
        return self.equal

    def __hash__(self):
        self.act()
        return 1

    def __lt__(self, other):
        self.act()
        return self.equal

    __gt__ = __le__ = __ge__ = __lt__

    def __index__(self):
        self.act()
        return self.value

    __int__ = __index__

    def __len__(self):
        self.act()
        return 3

    def __iter__(self):
        self.act()
        for number in range(3):
            self.act()
            yield number

    def __getitem__(self, key):
        self.act()
        return key

    def __repr__(self):
        self.act()
        return 'A'

    __str__ = __repr__

    def __add__(self, other):
        self.act()
        return 0

    __radd__ = __add__

    def __bool__(self):
        self.act()
        return self.equal

    def __length_hint__(self):
        self.act()
        return 5

    def keys(self):
        self.act()
        return [1, 2]

    def __call__(self, *args):
        self.act()
        return self.equal

    def __del__(self):
        self.act()


def actions(box):
    """What can be done to the container meanwhile."""
    def clear():
        box.clear()

    def grow():
        if len(box) > 200:
            return   # or some methods would never end
        if hasattr(box, 'append'):
            for number in range(40):
                box.append(number % 256)
        elif hasattr(box, 'add'):
            box.update(range(100, 140))
        else:
            box.update({number: number for number in range(100, 140)})

    def renew():
        clear()
        grow()

    def shrink():
        if box:
            box.pop() if not isinstance(box, dict) else box.popitem()
        gc.collect(0)

    return clear, grow, renew, shrink


def attempts(make, elements, calls):
    done = 0
    for which in range(4):
        for equal in (False, True):
            for method, arguments in calls:
                box = make()
                attack = Attack(None, equal)
                attack.action = actions(box)[which]
                attack.busy = True
                elements(box, attack)
                other = Attack(attack.action, equal, 2)
                attack.busy = False
                try:
                    function = method if callable(method) else getattr(box, method)
                    result = function(*arguments(box, attack, other))
                    for step, item in enumerate(result if hasattr(result, '__next__') else ()):
                        attack.act()
                        if step > 50:
                            break
                except (TypeError, ValueError, KeyError, IndexError, RuntimeError, OverflowError, BufferError):
                    pass
                attack.action = other.action = int
                attack.busy = other.busy = True
                done += 1
    return done


def fill_list(box, attack):
    box.extend([5, attack, 6, attack, 7])


def fill_set(box, attack):
    box.update([2, 3, 4])
    box.add(attack)


def fill_dict(box, attack):
    box.update({2: 2, 3: attack})
    box[attack] = 4


def nothing(box, attack):
    box.extend(b'abcdef')


WITH = lambda box, a, b: (b,)
NONE = lambda box, a, b: ()
SELF = lambda box, a, b: (box,)
PAIR = lambda box, a, b: ([b, a],)
sequence_calls = [
    ('index', WITH), ('count', WITH), ('remove', WITH), ('__contains__', WITH), ('extend', WITH), ('__iadd__', WITH),
    ('insert', lambda box, a, b: (b, 1)), ('__getitem__', WITH), ('__setitem__', lambda box, a, b: (b, 1)), ('__delitem__', WITH),
    ('__eq__', PAIR), ('__lt__', PAIR), ('__ge__', PAIR), ('__imul__', WITH), ('__mul__', WITH), ('__repr__', NONE),
    ('reverse', NONE), ('copy', NONE), ('pop', NONE), ('__iter__', NONE), ('__reversed__', NONE),
    ('index', lambda box, a, b: (9, b)), ('index', lambda box, a, b: (9, 0, b)),
]
list_calls = sequence_calls + [
    ('sort', NONE), ('sort', lambda box, a, b: ()), (lambda box, key: box.sort(key=key), lambda box, a, b: (box, b)),
    ('__getitem__', lambda box, a, b: (slice(b, None),)), ('__setitem__', lambda box, a, b: (slice(b, None), b)),
    ('__setitem__', lambda box, a, b: (slice(0, b, b), b)), ('__delitem__', lambda box, a, b: (slice(b, None, b),)),
    (sorted, SELF), (max, SELF), (min, SELF), (sum, SELF), (any, SELF), (all, SELF), (str, SELF), (tuple, SELF), (list, SELF),
    (zip, SELF), (lambda box, b: map(b, box), lambda box, a, b: (box, b)), (lambda box, b: filter(b, box), lambda box, a, b: (box, b)),
    (enumerate, SELF), (reversed, SELF), (','.join, SELF), (bytes, SELF), (bytearray, SELF), (set, SELF), (dict.fromkeys, SELF),
    (divmod, lambda box, a, b: (b, b)), ('__init__', WITH), ('__add__', PAIR), (collections.deque, SELF), (frozenset, SELF),
]
print(attempts(list, fill_list, list_calls) == 8 * len(list_calls))  # expect: True
deque_calls = [call for call in sequence_calls] + [
    ('rotate', WITH), ('appendleft', WITH), ('extendleft', WITH), ('popleft', NONE), ('__init__', WITH), ('__add__', PAIR), (list, SELF),
    (sorted, SELF), (max, SELF), (reversed, SELF)]
print(attempts(collections.deque, fill_list, deque_calls) == 8 * len(deque_calls))  # expect: True
set_calls = [
    (name, arguments) for arguments in (WITH, PAIR) for name in (
        'union', 'intersection', 'difference', 'symmetric_difference', 'isdisjoint', 'issubset', 'issuperset', 'update',
        'intersection_update', 'difference_update', 'symmetric_difference_update', 'add', 'discard', 'remove', '__contains__', '__init__')
] + [(name, lambda box, a, b: ({b, a, 3},)) for name in (
        '__and__', '__or__', '__sub__', '__xor__', '__iand__', '__ior__', '__isub__', '__ixor__', '__eq__', '__lt__', '__le__', '__gt__')
] + [('pop', NONE), ('copy', NONE), ('__repr__', NONE), ('__iter__', NONE), (list, SELF), (sorted, SELF), (frozenset, SELF), (max, SELF),
     (sum, SELF), (dict.fromkeys, SELF), (set, SELF), (tuple, SELF)]
print(attempts(set, fill_set, set_calls) == 8 * len(set_calls))  # expect: True
dict_calls = [
    ('get', WITH), ('pop', WITH), ('pop', lambda box, a, b: (b, 1)), ('setdefault', WITH), ('setdefault', lambda box, a, b: (b, 1)),
    ('__getitem__', WITH), ('__setitem__', lambda box, a, b: (b, 1)), ('__delitem__', WITH), ('__contains__', WITH), ('update', WITH),
    ('update', PAIR), ('update', lambda box, a, b: ({b: 1, a: 2},)), ('__eq__', lambda box, a, b: ({2: b, 3: a, b: 4},)), ('popitem', NONE),
    ('copy', NONE), ('__repr__', NONE), ('__iter__', NONE), ('__init__', WITH), (dict.fromkeys, WITH), (dict, SELF), (list, SELF),
    (lambda box: iter(box.items()), SELF), (lambda box: iter(box.values()), SELF), (lambda box, b: b in box.values(), lambda box, a, b: (box, b)),
    (lambda box, b: (2, b) in box.items(), lambda box, a, b: (box, b)), (lambda box, b: box.keys() & [b], lambda box, a, b: (box, b)),
    (lambda box, b: box.keys() | [b], lambda box, a, b: (box, b)), (lambda box, b: box.keys() - [b], lambda box, a, b: (box, b)),
    (lambda box, b: box.items() ^ [(b, 1)], lambda box, a, b: (box, b)), (lambda box, b: box.keys() == {b, 2}, lambda box, a, b: (box, b)),
    (lambda box, b: box.keys().isdisjoint([b]), lambda box, a, b: (box, b)), (sorted, SELF), (max, SELF), (lambda box: str(box.items()), SELF),
    (lambda box: '%(a)s %(b)s' % box, SELF), (lambda box: '{a}'.format_map(box), SELF), (lambda box: (lambda **k: k)(**box), SELF),
]
for kind in (dict, collections.OrderedDict, collections.Counter, lambda: collections.defaultdict(list)):
    print(attempts(kind, fill_dict, dict_calls) == 8 * len(dict_calls))  # expect: True
# expect: True
# expect: True
# expect: True
bytearray_calls = [call for call in sequence_calls if call[0] not in ('__eq__', '__lt__', '__ge__', '__reversed__')] + [
    ('find', lambda box, a, b: (b'c', b)), ('rfind', lambda box, a, b: (b'c', 0, b)), ('append', WITH), ('join', PAIR), ('translate', WITH),
    ('replace', lambda box, a, b: (b'a', b'b', b)), ('center', WITH), ('zfill', WITH), ('split', lambda box, a, b: (b'c', b)),
    ('startswith', lambda box, a, b: (b'a', b)), ('__setitem__', lambda box, a, b: (slice(b, None), b'xy')), ('expandtabs', WITH),
    ('__setitem__', lambda box, a, b: (slice(0, 3), b)), ('__setitem__', lambda box, a, b: (0, b)), ('__delitem__', lambda box, a, b: (slice(None, b, b),)),
    (int.from_bytes, lambda box, a, b: (box, 'big')), (lambda box, b: memoryview(box)[b:], lambda box, a, b: (box, b)),
    (lambda box, b: memoryview(box).__setitem__(b, 1), lambda box, a, b: (box, b)), ('__init__', WITH), ('__mod__', WITH)]
print(attempts(bytearray, nothing, bytearray_calls) == 8 * len(bytearray_calls))  # expect: True
