def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


def none(): pass
def one(a): pass
def two(a, b): pass
def three(a, b, c): pass
def opt(a, b=1): pass
def kwonly(*, k): pass
def kw2(*, k, m): pass
def kw3(*, k, m, n): pass
def mixed(a, *args, k, **kw): pass
def okw(a, b=1, *, k=2): pass
print(attempt(lambda: none(1)))  # expect: TypeError: none() takes 0 positional arguments but 1 was given
print(attempt(lambda: none(1, 2)))  # expect: TypeError: none() takes 0 positional arguments but 2 were given
print(attempt(lambda: none(x=1)))  # expect: TypeError: none() got an unexpected keyword argument 'x'
print(attempt(lambda: one()))  # expect: TypeError: one() missing 1 required positional argument: 'a'
print(attempt(lambda: one(1, 2)))  # expect: TypeError: one() takes 1 positional argument but 2 were given
print(attempt(lambda: one(1, a=2)))  # expect: TypeError: one() got multiple values for argument 'a'
print(attempt(lambda: one(b=1)))  # expect: TypeError: one() got an unexpected keyword argument 'b'
print(attempt(lambda: one(1, b=1)))  # expect: TypeError: one() got an unexpected keyword argument 'b'
print(attempt(lambda: two()))  # expect: TypeError: two() missing 2 required positional arguments: 'a' and 'b'
print(attempt(lambda: two(1)))  # expect: TypeError: two() missing 1 required positional argument: 'b'
print(attempt(lambda: two(b=1)))  # expect: TypeError: two() missing 1 required positional argument: 'a'
print(attempt(lambda: two(1, 2, 3)))  # expect: TypeError: two() takes 2 positional arguments but 3 were given
print(attempt(lambda: three()))  # expect: TypeError: three() missing 3 required positional arguments: 'a', 'b', and 'c'
print(attempt(lambda: three(1)))  # expect: TypeError: three() missing 2 required positional arguments: 'b' and 'c'
print(attempt(lambda: three(b=1)))  # expect: TypeError: three() missing 2 required positional arguments: 'a' and 'c'
print(attempt(lambda: opt()))  # expect: TypeError: opt() missing 1 required positional argument: 'a'
print(attempt(lambda: opt(1, 2, 3)))  # expect: TypeError: opt() takes from 1 to 2 positional arguments but 3 were given
print(attempt(lambda: opt(1, c=2)))  # expect: TypeError: opt() got an unexpected keyword argument 'c'
print(attempt(lambda: kwonly()))  # expect: TypeError: kwonly() missing 1 required keyword-only argument: 'k'
print(attempt(lambda: kwonly(1)))  # expect: TypeError: kwonly() takes 0 positional arguments but 1 was given
print(attempt(lambda: kwonly(1, k=2)))  # expect: TypeError: kwonly() takes 0 positional arguments but 1 positional argument (and 1 keyword-only argument) were given
print(attempt(lambda: kw2()))  # expect: TypeError: kw2() missing 2 required keyword-only arguments: 'k' and 'm'
print(attempt(lambda: kw2(k=1)))  # expect: TypeError: kw2() missing 1 required keyword-only argument: 'm'
print(attempt(lambda: kw3()))  # expect: TypeError: kw3() missing 3 required keyword-only arguments: 'k', 'm', and 'n'
print(attempt(lambda: mixed()))  # expect: TypeError: mixed() missing 1 required positional argument: 'a'
print(attempt(lambda: mixed(k=1)))  # expect: TypeError: mixed() missing 1 required positional argument: 'a'
print(attempt(lambda: mixed(1)))  # expect: TypeError: mixed() missing 1 required keyword-only argument: 'k'
print(attempt(lambda: mixed(1, a=2, k=3)))  # expect: TypeError: mixed() got multiple values for argument 'a'
print(attempt(lambda: okw(1, 2, 3)))  # expect: TypeError: okw() takes from 1 to 2 positional arguments but 3 were given
print(attempt(lambda: okw(1, 2, 3, k=4)))  # expect: TypeError: okw() takes from 1 to 2 positional arguments but 3 positional arguments (and 1 keyword-only argument) were given
print(attempt(lambda: okw(k=1)))  # expect: TypeError: okw() missing 1 required positional argument: 'a'
print(attempt(lambda: (lambda x: x)()))  # expect: TypeError: <lambda>() missing 1 required positional argument: 'x'
print(attempt(lambda: (lambda: 0)(1)))  # expect: TypeError: <lambda>() takes 0 positional arguments but 1 was given
print(attempt(lambda: one(**{1: 2})))  # expect: TypeError: one() keywords must be strings
print(attempt(lambda: one(*5)))  # expect: TypeError: one() argument after * must be an iterable, not int
print(attempt(lambda: one(**5)))  # expect: TypeError: one() argument after ** must be a mapping, not int
print(attempt(lambda: one(a=1, **{'a': 2})))  # expect: TypeError: one() got multiple values for keyword argument 'a'
print(attempt(lambda: one(**{'a': 1}, **{'a': 2})))  # expect: TypeError: one() got multiple values for keyword argument 'a'
print(attempt(lambda: one(*None)))  # expect: TypeError: one() argument after * must be an iterable, not NoneType
print(attempt(lambda: one(**None)))  # expect: TypeError: one() argument after ** must be a mapping, not NoneType
print(attempt(lambda: len(**{'a': 1})))  # expect: TypeError: len() takes no keyword arguments
print(attempt(lambda: len(*[1, 2])))  # expect: TypeError: len() takes exactly one argument (2 given)
print(attempt(lambda: int(**{'x': 1, 'zz': 2})))  # expect: TypeError: 'zz' is an invalid keyword argument for this function
print(attempt(lambda: (5)()))  # expect: TypeError: 'int' object is not callable
print(attempt(lambda: None()))  # expect: TypeError: 'NoneType' object is not callable
print(attempt(lambda: 'a'(1)))  # expect: TypeError: 'str' object is not callable
class C:
    def m(self, a): pass
print(attempt(lambda: C().m()))  # expect: TypeError: m() missing 1 required positional argument: 'a'
print(attempt(lambda: C().m(1, 2)))  # expect: TypeError: m() takes 2 positional arguments but 3 were given
print(attempt(lambda: C.m()))  # expect: TypeError: m() missing 2 required positional arguments: 'self' and 'a'
print(attempt(lambda: C.m(1)))  # expect: TypeError: m() missing 1 required positional argument: 'a'
print(attempt(lambda: C(1)))  # expect: TypeError: object() takes no parameters
