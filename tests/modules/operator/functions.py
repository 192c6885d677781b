import operator as o


def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(o.add(1, 2), o.sub(1, 2), o.mul(2, 3), o.truediv(1, 2), o.floordiv(7, 2), o.mod(7, 2), o.pow(2, 3), o.neg(1), o.pos(-1), o.abs(-1), o.invert(1), o.lshift(1, 2), o.rshift(8, 1), o.and_(6, 3), o.or_(6, 3), o.xor(6, 3), o.not_(0), o.truth([]))  # expect: 3 -1 6 0.5 3 1 8 -1 -1 1 -2 4 4 2 7 5 True False
print(o.lt(1, 2), o.le(1, 1), o.eq(1, 1), o.ne(1, 1), o.ge(1, 2), o.gt(2, 1), o.is_(None, None), o.is_not(1, None), o.contains([1], 1), o.concat('a', 'b'), o.countOf([1, 1], 1), o.indexOf([5, 6], 6), o.getitem([1], 0), o.index(5), o.length_hint([1, 2]))  # expect: True True True False False True True True True ab 2 1 1 5 2
l = [1, 2]
print(o.setitem(l, 0, 'x'), o.delitem(l, 1), l, o.iadd(l, [3]), o.imul(l, 2), o.iadd(1, 2), o.iconcat([1], [2]))  # expect: None None ['x', 3, 'x', 3] ['x', 3, 'x', 3] ['x', 3, 'x', 3] 3 [1, 2]
print(o.itemgetter(1)('abc'), o.itemgetter(0, 2)('abc'), o.attrgetter('real')(5), o.attrgetter('real', 'imag')(5), o.attrgetter('__class__.__name__')(5), o.methodcaller('upper')('a'), o.methodcaller('split', ',', 1)('a,b,c'))  # expect: b ('a', 'c') 5 (5, 0) int A ['a', 'b,c']
print(attempt(lambda: o.add(1)))  # expect: TypeError: op_add expected 2 arguments, got 1
print(attempt(lambda: o.add(1, 'a')))  # expect: TypeError: unsupported operand type(s) for +: 'int' and 'str'
print(attempt(lambda: o.itemgetter()))  # expect: TypeError: itemgetter expected 1 arguments, got 0
print(attempt(lambda: o.itemgetter(5)('abc')))  # expect: IndexError: string index out of range
print(attempt(lambda: o.attrgetter('nope')(5)))  # expect: AttributeError: 'int' object has no attribute 'nope'
print(attempt(lambda: o.attrgetter(5)))  # expect: TypeError: attribute name must be a string
print(attempt(lambda: o.methodcaller('nope')(5)))  # expect: AttributeError: 'int' object has no attribute 'nope'
print(attempt(lambda: o.methodcaller()))  # expect: TypeError: methodcaller needs at least one argument, the method name
print(attempt(lambda: o.index(1.5)))  # expect: TypeError: 'float' object cannot be interpreted as an integer
print(attempt(lambda: o.indexOf([1], 2)))  # expect: ValueError: sequence.index(x): x not in sequence
print(attempt(lambda: o.concat(1, 2)))  # expect: TypeError: 'int' object can't be concatenated
print(attempt(lambda: o.countOf(5, 1)))  # expect: TypeError: argument of type 'int' is not iterable
print(attempt(lambda: o.length_hint(5, 'a')))  # expect: TypeError: 'str' object cannot be interpreted as an integer
print(sorted([('b', 1), ('a', 2)], key=o.itemgetter(0)), o.itemgetter(slice(1, 3))('abcd'))  # expect: [('a', 2), ('b', 1)] bc
