def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


def two(x):
    a, b = x
def star(x):
    a, *b, c = x
print(attempt(lambda: two([1])))  # expect: ValueError: not enough values to unpack (expected 2, got 1)
print(attempt(lambda: two([])))  # expect: ValueError: not enough values to unpack (expected 2, got 0)
print(attempt(lambda: two([1, 2, 3])))  # expect: ValueError: too many values to unpack (expected 2)
print(attempt(lambda: two(5)))  # expect: TypeError: 'int' object is not iterable
print(attempt(lambda: two(None)))  # expect: TypeError: 'NoneType' object is not iterable
print(attempt(lambda: two('abc')))  # expect: ValueError: too many values to unpack (expected 2)
print(attempt(lambda: two({1: 2})))  # expect: ValueError: not enough values to unpack (expected 2, got 1)
print(attempt(lambda: star([1])))  # expect: ValueError: not enough values to unpack (expected at least 2, got 1)
print(attempt(lambda: star([])))  # expect: ValueError: not enough values to unpack (expected at least 2, got 0)
print(attempt(lambda: star(5)))  # expect: TypeError: 'int' object is not iterable
def gen():
    yield 1
    raise ValueError('in gen')
print(attempt(lambda: two(gen())))  # expect: ValueError: in gen
print(attempt(lambda: two(iter([1, 2, 3]))))  # expect: ValueError: too many values to unpack (expected 2)
def endless():
    while True:
        yield 1
print(attempt(lambda: two(endless())))  # expect: ValueError: too many values to unpack (expected 2)
for text in ['*a = 1', '*a, *b = 1', 'a, b += 1', '1 = a', 'f() = 1', '(a, 1) = 2', 'None = 1', 'a + b = 1', '[a, f()] = 1', 'x if y else z = 1', '(yield) = 1', "'a' = 1", 'a = *b', '{} = 1', 'lambda: 1 = 2', 'a < b = 1', 'True = 1', '[x for x in y] = 1', '(x for x in y) = 1', '... = 1', '__debug__ = 1', 'f() += 1', '(a, b): int = 1', 'def f(None): pass', 'for 1 in x: pass', 'with a as 1: pass', 'import a as None', 'del f()', 'del 1', 'del (a, 1)', 'del *a', 'del a + b', 'f(x=1, x=2)', 'f(**a, *b)', 'f(a=1, 2)', 'f(**a, 1)', 'f(1=2)', 'f(a.b=1)', 'f(x for x in y, 1)', 'print 1', 'exec "1"']:
    try:
        compile(text, 'f', 'exec')
        print(text, '| accepted')
    except SyntaxError as error:
        print(text, '|', error.msg)
# expect: *a = 1 | starred assignment target must be in a list or tuple
# expect: *a, *b = 1 | two starred expressions in assignment
# expect: a, b += 1 | illegal expression for augmented assignment
# expect: 1 = a | can't assign to literal
# expect: f() = 1 | can't assign to function call
# expect: (a, 1) = 2 | can't assign to literal
# expect: None = 1 | can't assign to keyword
# expect: a + b = 1 | can't assign to operator
# expect: [a, f()] = 1 | can't assign to function call
# expect: x if y else z = 1 | can't assign to conditional expression
# expect: (yield) = 1 | can't assign to yield expression
# expect: 'a' = 1 | can't assign to literal
# expect: a = *b | can't use starred expression here
# expect: {} = 1 | can't assign to literal
# expect: lambda: 1 = 2 | can't assign to lambda
# expect: a < b = 1 | can't assign to comparison
# expect: True = 1 | can't assign to keyword
# expect: [x for x in y] = 1 | can't assign to list comprehension
# expect: (x for x in y) = 1 | can't assign to generator expression
# expect: ... = 1 | can't assign to Ellipsis
# expect: __debug__ = 1 | assignment to keyword
# expect: f() += 1 | can't assign to function call
# expect: (a, b): int = 1 | only single target (not tuple) can be annotated
# expect: def f(None): pass | invalid syntax
# expect: for 1 in x: pass | can't assign to literal
# expect: with a as 1: pass | can't assign to literal
# expect: import a as None | invalid syntax
# expect: del f() | can't delete function call
# expect: del 1 | can't delete literal
# expect: del (a, 1) | can't delete literal
# expect: del *a | can't use starred expression here
# expect: del a + b | can't delete operator
# expect: f(x=1, x=2) | keyword argument repeated
# expect: f(**a, *b) | iterable argument unpacking follows keyword argument unpacking
# expect: f(a=1, 2) | positional argument follows keyword argument
# expect: f(**a, 1) | positional argument follows keyword argument unpacking
# expect: f(1=2) | keyword can't be an expression
# expect: f(a.b=1) | keyword can't be an expression
# expect: f(x for x in y, 1) | Generator expression must be parenthesized if not sole argument
# expect: print 1 | Missing parentheses in call to 'print'. Did you mean print(1)?
# expect: exec "1" | Missing parentheses in call to 'exec'
