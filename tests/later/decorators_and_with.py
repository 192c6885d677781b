# Decorators of any expression (PEP 614) and parentheses around the items of a with (3.10). Answers of CPython 3.13.


def message(source):
    try:
        compile(source, '<text>', 'exec')
    except SyntaxError:
        return 'SyntaxError'
    return 'compiles'


def tag(text):
    def decorate(target):
        print('tag', text)
        return target
    return decorate


table = {'a': tag('from table')}


@table['a']
@(lambda f: f)
@tag('call')
def one():
    return 1  # expect: tag call
# expect: tag from table


print(one())  # expect: 1


@[tag('x'), tag('y')][1]
class Two:
    pass
# expect: tag y


@(named := tag('named'))
def three():
    pass  # expect: tag named


@tag('a') if one() else tag('b')
def four():
    pass  # expect: tag a


@lambda f: 'replaced'
def five():
    pass


print(five)  # expect: replaced


class Manager:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        print('enter', self.name)
        return self.name

    def __exit__(self, *exc):
        print('exit', self.name, exc[0])
        return self.name == 'swallow'


with (Manager(1) as a, Manager(2) as b):
    print(a, b)
# expect: enter 1
# expect: enter 2
# expect: 1 2
# expect: exit 2 None
# expect: exit 1 None
with (Manager(1) as a, Manager(2) as b,):
    print(a, b)
# expect: enter 1
# expect: enter 2
# expect: 1 2
# expect: exit 2 None
# expect: exit 1 None
with (
    Manager(3),   # a comment with ) and as
    Manager(4) as c
):
    print(c)
# expect: enter 3
# expect: enter 4
# expect: 4
# expect: exit 4 None
# expect: exit 3 None
with (Manager(5)):
    pass
# expect: enter 5
# expect: exit 5 None
with (Manager(6)) as d:
    print(d)
# expect: enter 6
# expect: 6
# expect: exit 6 None
with (Manager(7), Manager(8)):
    pass
# expect: enter 7
# expect: enter 8
# expect: exit 8 None
# expect: exit 7 None
with (Manager('swallow') as e, Manager(9)):
    raise ValueError
# expect: enter swallow
# expect: enter 9
# expect: exit 9 <class 'ValueError'>
# expect: exit swallow <class 'ValueError'>
with (Manager(')') as f, Manager('as')):
    print(f)
# expect: enter )
# expect: enter as
# expect: )
# expect: exit as None
# expect: exit ) None
with (Manager(1) as x, Manager(2) as (y)): print(x, y)  # expect: enter 1
# expect: enter 2
# expect: 1 2
# expect: exit 2 None
# expect: exit 1 None
with (Manager([1, 2]) as [p, q], Manager((3, 4)) as (r, *t)):
    print(p, q, r, t)
# expect: enter [1, 2]
# expect: enter (3, 4)
# expect: 1 2 3 [4]
# expect: exit (3, 4) None
# expect: exit [1, 2] None
with Manager(10) as g, (Manager(11)) as h:
    print(g, h)
# expect: enter 10
# expect: enter 11
# expect: 10 11
# expect: exit 11 None
# expect: exit 10 None
with (Manager(12) if True else Manager(13)) as i:
    print(i)
# expect: enter 12
# expect: 12
# expect: exit 12 None
with (Manager(14)), Manager(15):
    pass
# expect: enter 14
# expect: enter 15
# expect: exit 15 None
# expect: exit 14 None


def generator():
    with (yield 'asks'):
        pass


print(next(generator()))  # expect: asks


class Async:
    async def __aenter__(self):
        return 'async entered'

    async def __aexit__(self, *exc):
        print('async exit')


async def coroutine():
    async with (Async() as v, Async()):
        print(v)

try:
    coroutine().send(None)
except StopIteration:
    print('done')
# expect: async entered
# expect: async exit
# expect: async exit
# expect: done
print(message('with (a as b): pass'), message('with (a as b, c): pass'), message('with (a, b) as c: pass'))  # expect: compiles compiles compiles
print(message('with (a as b) as c: pass'), message('with (a as b, c) as d: pass'), message('with (a as 1): pass'))  # expect: SyntaxError SyntaxError SyntaxError
print(message('with (): pass'), message('with (,): pass'), message('with (a as b c): pass'))  # expect: compiles SyntaxError SyntaxError
print(message('@x y\ndef f(): pass'), message('@\ndef f(): pass'), message('@x\npass'), message('@x := 1\ndef f(): pass'))  # expect: SyntaxError SyntaxError SyntaxError compiles


# One expression of 3.6 in parentheses, with commas of its own, is not a list of items.
def asks_for_two():
    with (yield 1, 2) as a, (yield 3, 4) as b:
        print(a, b)
    with (
        # a comment, with a comma
        yield 5, 6
    ):
        print('body')


g = asks_for_two()
print(next(g), g.send(Manager('p')), g.send(Manager('q')))
# expect: enter p
# expect: enter q
# expect: p q
# expect: exit q None
# expect: exit p None
# expect: (1, 2) (3, 4) (5, 6)
try:
    g.send(Manager('r'))  # expect: enter r
except StopIteration:
    print('done')
# expect: body
# expect: exit r None
# expect: done
print(message('with (*a, b): pass'), message('with (a, *b): pass'), message('with (a := 1, b): pass'), message('with (yield_, b): pass'))  # expect: compiles compiles compiles compiles
print(message('with (a ** b, c): pass'), message('with (a as *b, c): pass'), message('with (*a): pass'))  # expect: compiles SyntaxError SyntaxError
