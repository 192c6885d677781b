# match, case and _ stay ordinary names.
match = [1, 2, 3]
case = {'a': 1}
print(match, case)  # expect: [1, 2, 3] {'a': 1}
print(match[0], match[1:], case['a'])  # expect: 1 [2, 3] 1
match[0] = 5
match += [6]
print(match)  # expect: [5, 2, 3, 6]
match, case = case, match
print(match, case)  # expect: {'a': 1} [5, 2, 3, 6]
match: int = 3
case: str
print(match)  # expect: 3
match = lambda *a, **k: (a, k)
print(match(1, 2, x=3))  # expect: ((1, 2), {'x': 3})
match(1)
match (1)
match [1] if False else 2
match * 1 if False else 3
match -1 if False else 4
match, 1
match
x = match; y = match
print(x is match, y is match)  # expect: True True
if match: print('true')  # expect: true
for match in (1, 2): print(match)  # expect: 1
# expect: 2
for case in (3, 4): print(case)  # expect: 3
# expect: 4
print(match - 1, -match, match*2, match * -1, match[1:] if False else 'x')  # expect: 1 -2 4 -2 x
match -1
match - 1
match ** 2
match == 2
match in [2]
match is None
match and 1
match or 1
match not in [2]
print(match
      -1)  # expect: 1


def match(case, match=1, *, _=2):
    return case, match, _


print(match(1), match(1, 2, _=3))  # expect: (1, 1, 2) (1, 2, 3)


class match:
    case = 1

    class case:
        match = 2


print(match.case.match)  # expect: 2
match.case.match = 5
match.case . match += 1
print(match.case.match)  # expect: 6


class case(match):
    pass


print(case.case.match)  # expect: 6
import re as match
print(match.match('a', 'ab').group())  # expect: a
match.match('a', 'ab')
del match
match = {'x': [1, {'y': 2}]}
match['x'][1]['y'] = 3
match \
    ['x'][0] = 4
print(match)  # expect: {'x': [4, {'y': 3}]}

match match:
    case {'x': [match, case]}:
        print(match, case)  # expect: 4 {'y': 3}
match case:
    case {'y': case}: print(case)  # expect: 3
match (match, case):
    case (match, case): print(match, case)  # expect: 4 3
match(match, case):
    case [match, case]: print(match, case)  # expect: 4 3
match[match, case]:
    case [match, case]: print(match, case)  # expect: 4 3
match{match: case}:
    case {4: match}: print(match)  # expect: 3
match -match:
    case -3: print('negated')  # expect: negated
match ~3:
    case -4: print('inverted')  # expect: inverted
match not match:
    case False: print('not')  # expect: not
match lambda: 5:
    case f: print(f())  # expect: 5
match 'a' 'b':
    case 'ab': print('text')  # expect: text
match """a
b""":
    case """a
b""": print('long text')  # expect: long text
match [1,
       2,
       3
       ]:  # a comment with a colon:
    # another one

    case [1,  # one:
          2,
          3]:
        # and
        print('comments')

    case _:
        pass  # expect: comments
match \
    1:
    case \
        1:
        print('continued')  # expect: continued
match 1:

  case 1 \
     | 2: print('odd indentation')  # expect: odd indentation
match {1: 2}[1]:
    case 2: print('subscript')  # expect: subscript
match 'a:' if 1 else 'b:':
    case 'a:': print('colons in text')  # expect: colons in text
match {'a': {'b': 1}}:
    case {'a': {'b': x}}: print(x)  # expect: 1
match 1:
    case 1:
        match 2:
            case 1: print('wrong')
            case 2:
                match = 'a name again'
                case = 'as well'
                match 3:
                    case 3:
                        print(match, case)
    case _: print('wrong')  # expect: a name again as well
match = case = 0
if True:
    match (1):
        case 1: print('in a block')  # expect: in a block
def f():
    match = 1
    match match:
        case case: return match, case
print(f())  # expect: (1, 1)
match 1:
    case match: print(match)  # expect: 1
match 1:
    case match.real: print('value pattern')
    case case: print('capture')  # expect: value pattern
match int:
    case match.__class__: print('class')  # expect: class
_ = 1
match _:
    case _: print('wildcard', _)  # expect: wildcard 1
match 1.:
    case .5 | 1.: print('point')  # expect: point
match .5:
    case .5: print('half')  # expect: half
match ...:
    case _ if ... is ...: print('dots')  # expect: dots
match None:
    case None: print('None')  # expect: None
match True:
    case True: print('True')  # expect: True
match f'{1}':
    case '1': print('formatted')  # expect: formatted
match b'x':
    case b'x': print('bytes')  # expect: bytes
match x if y else None:
    case _: print('conditional')  # expect: conditional
match 1, :
    case 1, : print('tuple')  # expect: tuple
