from functools import reduce, partial
import operator


def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(reduce(operator.add, [1, 2, 3]), reduce(operator.add, [], 5), reduce(lambda a, b: b + a, 'abc'), reduce(max, [3]))  # expect: 6 5 cba 3
print(attempt(lambda: reduce(operator.add, [])))  # expect: TypeError: reduce() of empty sequence with no initial value
print(attempt(lambda: reduce(operator.add, 5)))  # expect: TypeError: reduce() arg 2 must support iteration
print(attempt(lambda: reduce(operator.add)))  # expect: TypeError: reduce expected at least 2 arguments, got 1
p = partial(int, base=2)
print(p('101'), p.func, p.args, p.keywords, partial(pow, 2)(3), partial(partial(pow, 2), 3)(), partial(print, 'a', sep='-')('b'))  # expect: a-b
# expect: 5 <class 'int'> () {'base': 2} 8 8 None
print(attempt(lambda: partial()))  # expect: TypeError: type 'partial' takes at least one argument
print(attempt(lambda: partial(5)))  # expect: TypeError: the first argument must be callable
print(attempt(lambda: p('1', base=3) + 'a'))  # expect: TypeError: unsupported operand type(s) for +: 'int' and 'str'
def f(*args, **kw):
    return args, kw
q = partial(f, 1, x=2)
print(q(3, y=4), q(x=9), partial(q, 5).args)  # expect: ((1, 3), {'x': 2, 'y': 4}) ((1,), {'x': 9}) (1, 5)
