# Or-patterns, as-patterns, groups, guards, the order of it all.


def alternatives(x):
    match x:
        case 1 | 2 | 3:
            return 'small'
        case [a, b] | (a, b, _) | {'a': a, 'b': b}:
            return a, b
        case [b, a, _, _] | [_, _, _, b, a]:
            return 'a', a, 'b', b
        case ((4 | 5) as n) | [n, _, _, _, _, _]:
            return n
        case {'x': (int() | str()) as v} | {'y': v}:
            return v
        case None | False:
            return 'nothing'
        case str() | bytes() as s:
            return s
        case (((y))):
            return 'other', y


for value in (1, 2, 3, [1, 2], (1, 2, 3), {'a': 1, 'b': 2}, [1, 2, 3, 4], [1, 2, 3, 4, 5], 4, 5, [9] * 6, {'x': 1}, {'x': 's'},
              {'x': 1.5}, {'y': 2}, {'x': 1.5, 'y': 3}, None, False, 's', b'b', 6, True):
    print(value, alternatives(value))
# expect: 1 small
# expect: 2 small
# expect: 3 small
# expect: [1, 2] (1, 2)
# expect: (1, 2, 3) (1, 2)
# expect: {'a': 1, 'b': 2} (1, 2)
# expect: [1, 2, 3, 4] ('a', 2, 'b', 1)
# expect: [1, 2, 3, 4, 5] ('a', 5, 'b', 4)
# expect: 4 4
# expect: 5 5
# expect: [9, 9, 9, 9, 9, 9] 9
# expect: {'x': 1} 1
# expect: {'x': 's'} s
# expect: {'x': 1.5} ('other', {'x': 1.5})
# expect: {'y': 2} 2
# expect: {'x': 1.5, 'y': 3} 3
# expect: None nothing
# expect: False nothing
# expect: s s
# expect: b'b' b'b'
# expect: 6 ('other', 6)
# expect: True small


def permuted(x):
    match x:
        case [1, a, b, c, d, e] | [2, e, d, c, b, a] | [3, c, a, e, b, d] | [4, [a, [b, [c, [d, e]]]]]:
            return a, b, c, d, e
        case [[5, a, b] | [6, b, a], [7, c, d] | [8, d, c], e]:
            return a, b, c, d, e


print(permuted([1, 10, 20, 30, 40, 50]))  # expect: (10, 20, 30, 40, 50)
print(permuted([2, 10, 20, 30, 40, 50]))  # expect: (50, 40, 30, 20, 10)
print(permuted([3, 10, 20, 30, 40, 50]))  # expect: (20, 40, 10, 50, 30)
print(permuted([4, [10, [20, [30, [40, 50]]]]]))  # expect: (10, 20, 30, 40, 50)
print(permuted([[5, 1, 2], [7, 3, 4], 5]))  # expect: (1, 2, 3, 4, 5)
print(permuted([[6, 1, 2], [8, 3, 4], 5]))  # expect: (2, 1, 4, 3, 5)
print(permuted([[6, 1, 2], [9, 3, 4], 5]))  # expect: None


def whole(x):
    match x:
        case [a, [b, *c] as d] as e:
            return a, b, c, d, e
        case {'k': [x, y] as pair, **rest} as all_of_it:
            return x, y, pair, rest, all_of_it
        case ((1 as one) | (2 as one)) as same:
            return one, same


print(whole([1, [2, 3, 4]]))  # expect: (1, 2, [3, 4], [2, 3, 4], [1, [2, 3, 4]])
print(whole({'k': (1, 2), 'j': 3}))  # expect: (1, 2, (1, 2), {'j': 3}, {'k': (1, 2), 'j': 3})
print(whole(1), whole(2), whole(3))  # expect: (1, 1) (2, 2) None

log = []


def note(value, result):
    log.append(value)
    return result


match 3:
    case x if note('first', False):
        print('wrong')
    case 1 | 2 if note('never', True):
        print('wrong')
    case x if note(x, True) and note('and', True):
        print('third', log)  # expect: third ['first', 3, 'and']


def guards(x):
    match x:
        case [a, b] if a == b:
            return 'equal'
        case [a, b] if a > b: return 'greater'
        case [a, b]: return 'less'
        case n if isinstance(n, int) if n else True:
            return 'int or false'
        case _ if x == 'special':
            return 'special'
        case _:
            return 'rest'


print(guards([1, 1]), guards([2, 1]), guards([1, 2]), guards(5), guards(''), guards('special'), guards('x'))  # expect: equal greater less int or false int or false special rest

# The last case may have a guard and be irrefutable in its pattern.
match 1:
    case _ if False:
        print('wrong')
match 1:
    case x if x == 2:
        print('wrong')
    case _ if x == 1:
        print('x was bound before the guard failed', x)
    case _:
        print('wrong')  # expect: x was bound before the guard failed 1


class Loud:
    def __init__(self, name):
        self.name = name

    def __eq__(self, other):
        print(self.name, '==', other)
        return False

    def __len__(self):
        print('never')
        return 2


match Loud('a'):
    case 1 | 2 | [1, 2] | {'k': 3}:
        print('wrong')
    case 4:
        print('wrong')  # expect: a == 1
# expect: a == 2
# expect: a == 4
match [Loud('b'), Loud('c')]:
    case [1, 2] | [_, 3] | [*_, 4]:
        print('wrong')  # expect: b == 1
# expect: c == 3
# expect: c == 4


def subject():
    print('evaluated once')
    return 2


match subject():
    case 0: pass
    case 1: pass
    case 2: print('two')  # expect: evaluated once
# expect: two

for i in range(6):
    match i:
        case 0: continue
        case 1:
            try:
                match i:
                    case 1: continue
            finally:
                print('finally')
        case 4: break
        case n: print('loop', n)
else:
    print('wrong')
# expect: finally
# expect: loop 2
# expect: loop 3


def in_try(x):
    try:
        match x:
            case 0: return 'returned'
            case 1: raise KeyError(1)
            case 2: 1 / 0
            case _: x = 'fell out'
    except (KeyError, ZeroDivisionError) as e:
        match e:
            case KeyError(args=[n]): return 'key', n
            case ArithmeticError(): return 'arithmetic'
    finally:
        print('finally', x)
    return x


print([in_try(i) for i in range(4)])  # expect: finally 0
# expect: finally 1
# expect: finally 2
# expect: finally fell out
# expect: ['returned', ('key', 1), 'arithmetic', 'fell out']


def generator(x):
    match (yield 'start'):
        case [a, b] if (yield a): yield 'guard was true', b
        case [a, b]: yield 'guard was false', a
        case {'k': v, **rest}: yield v, rest
        case _: yield (yield 'default')


for first, second in ((([1, 2]), True), ([1, 2], False), ({'k': 1, 'l': 2}, None), (3, 'sent')):
    g = generator(0)
    print(next(g), end=' ')
    print(g.send(first), end=' ')
    try:
        print(g.send(second))
    except StopIteration:
        print('end')
# expect: start 1 ('guard was true', 2)
# expect: start 1 ('guard was false', 1)
# expect: start (1, {'l': 2}) end
# expect: start default sent


async def coroutine(x):
    match await other(x):
        case [a, *b] if await other(a): return a, b
        case _: return 'nothing'


async def other(x):
    return x


for value in ([1, 2, 3], [0, 1], None):
    try:
        coroutine(value).send(None)
    except StopIteration as e:
        print(e.value)
# expect: (1, [2, 3])
# expect: nothing
# expect: nothing
with open('/dev/null') as f:
    match f:
        case object(closed=False): print('open')  # expect: open
