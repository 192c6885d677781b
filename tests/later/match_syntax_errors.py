# Wrong programs: messages and lines as in the reference.
import sys


def wrong(source):
    try:
        compile(source, "<wrong>", "exec")
    except SyntaxError as e:
        print('%s: %s, line %s' % (type(e).__name__, e.msg, e.lineno))
    else:
        print('compiled')


wrong('match 1:\n    case a | b: pass')  # expect: SyntaxError: name capture 'a' makes remaining patterns unreachable, line 2
wrong('match 1:\n    case "a" | a: pass')  # expect: SyntaxError: alternative patterns bind different names, line 2
wrong('match 1:\n    case [a, [b] | [c]]: pass')  # expect: SyntaxError: alternative patterns bind different names, line 2
wrong('match 1:\n    case C(a=_, a=_): pass')  # expect: SyntaxError: attribute name repeated in class pattern: a, line 2
wrong('match 1:\n    case 0+0: pass')  # expect: SyntaxError: imaginary number required in complex literal, line 2
wrong('match 1:\n    case 0j+0: pass')  # expect: SyntaxError: real number required in complex literal, line 2
wrong('match 1:\n    case 0j+0j: pass')  # expect: SyntaxError: real number required in complex literal, line 2
wrong('match 1:\n    case {0+0: _}: pass')  # expect: SyntaxError: imaginary number required in complex literal, line 2
wrong('match 1:\n    case {**rest, "key": value}: pass')  # expect: SyntaxError: invalid syntax, line 2
wrong('match 1:\n    case {**_}: pass')  # expect: SyntaxError: invalid syntax, line 2
wrong('match 1:\n    case 42 as _: pass')  # expect: SyntaxError: cannot use '_' as a target, line 2
wrong('match 1:\n    case 42 as x.y: pass')  # expect: SyntaxError: invalid syntax, line 2
wrong('match 1:\n    case 42 as 1: pass')  # expect: SyntaxError: invalid pattern target, line 2
wrong('match 1:\n    case 42 as f(): pass')  # expect: SyntaxError: invalid syntax, line 2
wrong('match 1:\n    case 42 as x[0]: pass')  # expect: SyntaxError: invalid syntax, line 2
wrong('match 1:\n    case 42 as (a): pass')  # expect: SyntaxError: invalid pattern target, line 2
wrong('match 1:\n    case 42 as [a]: pass')  # expect: SyntaxError: invalid pattern target, line 2
wrong('match 1:\n    case 42 as a | b: pass')  # expect: SyntaxError: invalid syntax, line 2
wrong('match 1:\n    case 42 as -a: pass')  # expect: SyntaxError: invalid pattern target, line 2
wrong('match 1:\n    case (*x): pass')  # expect: SyntaxError: invalid syntax, line 2
wrong('match 1:\n    case *x: pass')  # expect: SyntaxError: invalid syntax, line 2
wrong('match 1:\n    case {f"": _}: pass')  # expect: SyntaxError: mapping pattern keys may only match literals and attribute lookups, line 2
wrong('match 1:\n    case f"": pass')  # expect: SyntaxError: patterns may only match literals and attribute lookups, line 2
wrong('match 1:\n    case f"{x}" "a": pass')  # expect: SyntaxError: patterns may only match literals and attribute lookups, line 2
wrong('match 1:\n    case a, a: pass')  # expect: SyntaxError: multiple assignments to name 'a' in pattern, line 2
wrong('match 1:\n    case a as a: pass')  # expect: SyntaxError: multiple assignments to name 'a' in pattern, line 2
wrong('match 1:\n    case *a, b, *c: pass')  # expect: SyntaxError: multiple starred names in sequence pattern, line 2
wrong('match 1:\n    case *_, *_: pass')  # expect: SyntaxError: multiple starred names in sequence pattern, line 2
wrong('match 1:\n    case a: pass\n    case b: pass')  # expect: SyntaxError: name capture 'a' makes remaining patterns unreachable, line 2
wrong('match 1:\n    case _: pass\n    case b: pass')  # expect: SyntaxError: wildcard makes remaining patterns unreachable, line 2
wrong('match 1:\n    case _ | 1: pass')  # expect: SyntaxError: wildcard makes remaining patterns unreachable, line 2
wrong('match 1:\n    case (x as y): pass\n    case 1: pass')  # expect: SyntaxError: name capture 'x' makes remaining patterns unreachable, line 2
wrong('match 1:\n    case x | [_ as x] if x: pass')  # expect: SyntaxError: name capture 'x' makes remaining patterns unreachable, line 2
wrong('match 1:\n    case {"a": _, "a": _}: pass')  # expect: SyntaxError: mapping pattern checks duplicate key ('a'), line 2
wrong('match 1:\n    case {0: _, False: _}: pass')  # expect: SyntaxError: mapping pattern checks duplicate key (False), line 2
wrong('match 1:\n    case {0: _, -0: _}: pass')  # expect: SyntaxError: mapping pattern checks duplicate key (0), line 2
wrong('match 1:\n    case {0: _, 0j: _}: pass')  # expect: SyntaxError: mapping pattern checks duplicate key (0j), line 2
wrong('match 1:\n    case {1.0: _, 1: _}: pass')  # expect: SyntaxError: mapping pattern checks duplicate key (1), line 2
wrong('match 1:\n    case {-0.0: _, 0: _}: pass')  # expect: SyntaxError: mapping pattern checks duplicate key (0), line 2
wrong('match 1:\n    case {b"a": _, "a": _}: pass')  # expect: compiled
wrong('match 1:\n    case {None: _, True: _, 1+0j: 4}: pass')  # expect: SyntaxError: mapping pattern checks duplicate key ((1+0j)), line 2
wrong('match 1:\n    case {x: 1}: pass')  # expect: SyntaxError: invalid syntax, line 2
wrong('match 1:\n    case C(a=1, 2): pass')  # expect: SyntaxError: positional patterns follow keyword patterns, line 2
wrong('match 1:\n    case C(a=1, 2, b=3, 4): pass')  # expect: SyntaxError: positional patterns follow keyword patterns, line 2
wrong('match 1:\n    case C(*a): pass')  # expect: SyntaxError: invalid syntax, line 2
wrong('match 1:\n    case C(**a): pass')  # expect: SyntaxError: invalid syntax, line 2
wrong('match 1:\n    case +1: pass')  # expect: SyntaxError: invalid syntax, line 2
wrong('match 1:\n    case -"a": pass')  # expect: SyntaxError: invalid syntax, line 2
wrong('match 1:\n    case 1 + 2j + 3: pass')  # expect: SyntaxError: invalid syntax, line 2
wrong('match 1:\n    case -1 - -2j: pass')  # expect: SyntaxError: invalid syntax, line 2
wrong('match 1:\n    case x.y as z.w: pass')  # expect: SyntaxError: invalid syntax, line 2
wrong('match 1:\n    case __debug__: pass')  # expect: SyntaxError: cannot assign to __debug__, line 2
wrong('match 1:\n    case C(__debug__=1): pass')  # expect: SyntaxError: cannot assign to __debug__, line 2
wrong('match 1:\n    case {"a": __debug__}: pass')  # expect: SyntaxError: cannot assign to __debug__, line 2
wrong('match 1:\n    case [*__debug__]: pass')  # expect: SyntaxError: cannot assign to __debug__, line 2
wrong('match 1:\n    case {**__debug__}: pass')  # expect: SyntaxError: cannot assign to __debug__, line 2
wrong('match 1:\n    case ...: pass')  # expect: SyntaxError: invalid syntax, line 2
wrong('match 1:\n    case 1')  # expect: SyntaxError: expected ':', line 2
wrong('match 1:\n    pass')  # expect: SyntaxError: invalid syntax, line 2
wrong('match:\n    case 1: pass')  # expect: SyntaxError: invalid syntax, line 1
wrong('match 1:\n    case 1 if: pass')  # expect: SyntaxError: invalid syntax, line 2
wrong('match 1:\n    case 1, if x: pass')  # expect: compiled
wrong('match *a:\n    case 1: pass')  # expect: SyntaxError: invalid syntax, line 1
wrong('match 1:\n    case lambda: pass')  # expect: SyntaxError: invalid syntax, line 2
wrong('match 1:\n    case f(): pass')  # expect: compiled
wrong('match 1:\n    case f().x: pass')  # expect: SyntaxError: invalid syntax, line 2
wrong('match 1:\n    case x.y(): pass\n    else: pass')  # expect: SyntaxError: invalid syntax, line 3
wrong('match 1: case 1: pass')  # expect: SyntaxError: invalid syntax, line 1
wrong('case 1: pass')  # expect: SyntaxError: invalid syntax, line 1
wrong('match 1:\n    case 1: pass\ncase 2: pass')  # expect: SyntaxError: invalid syntax, line 3
wrong("match 1:\n    case 'a' b'b': pass")  # expect: SyntaxError: cannot mix bytes and nonbytes literals, line 2
wrong('match 1:\n    case []: pass\n    x = 1')  # expect: SyntaxError: invalid syntax, line 3
wrong('match 1:\n    case a.b | a: pass')  # expect: SyntaxError: alternative patterns bind different names, line 2
wrong('match 1:\n    case (a | 1) | 2: pass')  # expect: SyntaxError: name capture 'a' makes remaining patterns unreachable, line 2
wrong('match 1:\n    case {"a": a | 1}: pass')  # expect: SyntaxError: name capture 'a' makes remaining patterns unreachable, line 2
wrong('match 1:\n    case [a | 1]: pass')  # expect: SyntaxError: name capture 'a' makes remaining patterns unreachable, line 2
wrong('match 1:\n    case [_ | 1]: pass')  # expect: SyntaxError: wildcard makes remaining patterns unreachable, line 2
wrong('match 1:\n    case C(a | 1, x=_|2): pass')  # expect: SyntaxError: name capture 'a' makes remaining patterns unreachable, line 2
wrong('def f():\n    match 1:\n        case x: pass\n    global x')  # expect: SyntaxError: name 'x' is assigned to before global declaration, line 4
wrong('def f():\n    match 1:\n        case x: pass\n    nonlocal x')  # expect: SyntaxError: name 'x' is assigned to before nonlocal declaration, line 4
wrong('def f():\n    x = 1\n    def g():\n        match 1:\n            case [x, *y]: pass\n        nonlocal y')  # expect: SyntaxError: name 'y' is assigned to before nonlocal declaration, line 6
wrong('match 1:\n    case (yield): pass')  # expect: SyntaxError: invalid syntax, line 2
wrong('match (yield):\n    case 1: pass')  # expect: SyntaxError: 'yield' outside function, line 1
wrong('match yield:\n    case 1: pass')  # expect: SyntaxError: invalid syntax, line 1
wrong('match 1:\n    case [a,, b]: pass')  # expect: SyntaxError: invalid syntax, line 2
wrong('match 1:\n    case C(,): pass')  # expect: SyntaxError: invalid syntax, line 2
wrong('match 1:\n    case {,}: pass')  # expect: SyntaxError: invalid syntax, line 2
wrong('match 1:\n    case [,]: pass')  # expect: SyntaxError: invalid syntax, line 2
wrong('match 1:\n    case ,: pass')  # expect: SyntaxError: invalid syntax, line 2
wrong('match 1:\n    case {"a"}: pass')  # expect: SyntaxError: invalid syntax, line 2
wrong('match 1:\n    case {"a": 1, **b, **c}: pass')  # expect: SyntaxError: invalid syntax, line 2
wrong('match 1:\n    case (a, b) = 3: pass')  # expect: SyntaxError: invalid syntax, line 2
wrong('match 1:\n    case 1 | as x: pass')  # expect: SyntaxError: invalid syntax, line 2
wrong('match 1:\n    case not 1: pass')  # expect: SyntaxError: invalid syntax, line 2
wrong('match 1:\n    case a < 3: pass')  # expect: SyntaxError: invalid syntax, line 2
wrong('match 1:\n    case None.x: pass')  # expect: SyntaxError: invalid syntax, line 2
wrong('match 1:\n    case "a".x: pass')  # expect: SyntaxError: invalid syntax, line 2
wrong('match 1:\n    case a[0]: pass')  # expect: SyntaxError: invalid syntax, line 2
wrong('match 1:\n    case C(x=a, y=a): pass')  # expect: SyntaxError: multiple assignments to name 'a' in pattern, line 2
wrong('match 1:\n    case [a, *a]: pass')  # expect: SyntaxError: multiple assignments to name 'a' in pattern, line 2
wrong('match 1:\n    case {"k": a, **a}: pass')  # expect: SyntaxError: multiple assignments to name 'a' in pattern, line 2
wrong('match 1:\n    case [a] | [a, a]: pass')  # expect: SyntaxError: multiple assignments to name 'a' in pattern, line 2
wrong('match 1:\n    case {a.b: 1, a.b: 2}: print(1)')  # expect: compiled
wrong('match 1:\n    case [%s, *rest]: pass' % ', '.join('a%d' % i for i in range(256)))  # expect: SyntaxError: too many expressions in star-unpacking sequence pattern, line 2
wrong('match 1:\n    case [%s, *rest]: pass' % ', '.join('a%d' % i for i in range(255)))  # expect: compiled
wrong('match 1:\n    case [*rest, %s]: pass' % ', '.join('a%d' % i for i in range(300)))  # expect: compiled
