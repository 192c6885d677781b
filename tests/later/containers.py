# namedtuple defaults, Counter, UserString, Fraction, copy.replace, bisect keys, shlex.join, operator.call.
def error(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as e:
        return "%s: %s" % (type(e).__name__, e)


import bisect
import collections
import copy
import fractions
import operator
import shlex
P = collections.namedtuple('P', 'x y z', defaults=[1, 2])
print(P(0), P(0, 5), P(0, z=7), P._field_defaults, P.__new__.__defaults__)  # expect: P(x=0, y=1, z=2) P(x=0, y=5, z=2) P(x=0, y=1, z=7) {'y': 1, 'z': 2} (1, 2)
print(collections.namedtuple('Q', 'a b')._field_defaults, collections.namedtuple('Q', 'a b', defaults=())(1, 2))  # expect: {} Q(a=1, b=2)
print(collections.namedtuple('Q', 'a b', defaults=(1, 2))(), P.__match_args__, P(1, 2, 3).__replace__(x=5))  # expect: Q(a=1, b=2) ('x', 'y', 'z') P(x=5, y=2, z=3)
print(error(collections.namedtuple, 'Q', 'a b', defaults=[1, 2, 3]))  # expect: TypeError: Got more default values than field names
print(error(collections.namedtuple, 'Q', 'a b', defaults=1))  # expect: TypeError: 'int' object is not iterable
C = collections.Counter
print(C('aab').total(), C().total(), C(a=-3, b=1).total(), C(a=1.5).total())  # expect: 3 0 -2 1.5
print(C('aab') <= C('aabb'), C('aab') < C('aab'), C('aab') <= C('aab'), C('aab') < C('aabc'), C('ab') < C('bc'), C(a=0) <= C(), C(a=-1) < C())  # expect: True False True True False True True
print(C('aabb') >= C('ab'), C('aabb') > C('ab'), C('aab') > C('aab'), C() >= C(a=-1), C('a') >= C('b'))  # expect: True True False True False
print(error(operator.lt, C('a'), 5))  # expect: TypeError: '<' not supported between instances of 'Counter' and 'int'
print(error(operator.ge, C('a'), {'a': 1}))  # expect: TypeError: '>=' not supported between instances of 'Counter' and 'dict'
U = collections.UserString
print(U('abcabc').removeprefix('abc'), U('abc').removesuffix(U('c')), U('abc').isascii(), U('\xe9').isascii(), type(U('a').removeprefix('a')).__name__)  # expect: abc ab True False UserString
F = fractions.Fraction
print(F(6, 3).is_integer(), F(1, 3).is_integer(), F(-6, 4).as_integer_ratio(), F(0).as_integer_ratio())  # expect: True False (-3, 2) (0, 1)
print(copy.replace(P(1), x=2))  # expect: P(x=2, y=1, z=2)
print(error(copy.replace, 1))  # expect: TypeError: replace() does not support int objects


class Own:
    def __replace__(self, **changes):
        return sorted(changes)


print(copy.replace(Own(), b=1, a=2), error(copy.replace, Own)[:27])  # expect: ['a', 'b'] TypeError: replace() does n
people = [('ann', 30), ('bob', 40), ('cyd', 50)]
age = operator.itemgetter(1)
print(bisect.bisect(people, 40, key=age), bisect.bisect_left(people, 40, key=age), bisect.bisect_right(people, 35, key=age))  # expect: 2 1 1
bisect.insort(people, ('dan', 45), key=age)
bisect.insort_left(people, ('eve', 40), key=age)
bisect.insort_right(people, ('fay', 40), key=age)
print(people)  # expect: [('ann', 30), ('eve', 40), ('bob', 40), ('fay', 40), ('dan', 45), ('cyd', 50)]
print(bisect.bisect([1, 2, 3], 2, 0, None), bisect.bisect([1, 2, 3], 2, hi=None), bisect.bisect([1, 2], 1, key=None), bisect.bisect([3, 2, 1], -2, key=operator.neg))  # expect: 2 2 1 2
print(error(bisect.bisect, [1], 1, key=5))  # expect: TypeError: 'int' object is not callable
print(error(bisect.insort, [(1, 2)], (0, 1), key=lambda pair: pair.x))  # expect: AttributeError: 'tuple' object has no attribute 'x'
print(error(bisect.bisect, [1], 1, -1, key=abs))  # expect: ValueError: lo must be non-negative
print(shlex.join(['a b', 'c', "d'e", '']), shlex.split(shlex.join(['a b', "d'e"])), repr(shlex.join([])))  # expect: 'a b' c 'd'"'"'e' '' ['a b', "d'e"] ''
print(operator.call(max, 1, 2), operator.call(dict, a=1), operator.call(sorted, [2, 1], reverse=True), operator.__call__ is operator.call)  # expect: 2 {'a': 1} [2, 1] True
print(error(operator.call, 1))  # expect: TypeError: 'int' object is not callable
