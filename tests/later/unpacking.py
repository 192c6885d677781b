# Unpacking without brackets: return and yield (3.8), for (3.9), subscripts (3.11). Answers of CPython 3.13.


def message(source):
    try:
        compile(source, '<text>', 'exec')
    except SyntaxError:
        return 'SyntaxError'
    return 'compiles'


def returns(rest):
    return 1, *rest


def returns_only(rest):
    return *rest,


def yields(rest):
    yield 0, *rest
    yield *rest, 9
    got = yield *rest,
    return *rest, got


print(returns([2, 3]), returns_only('ab'))  # expect: (1, 2, 3) ('a', 'b')
print(list(yields([1])))  # expect: [(0, 1), (1, 9), (1,)]
for i in 1, *[2, 3]:
    print(i)
# expect: 1
# expect: 2
# expect: 3
for i in *'ab', *'c':
    print(i)
# expect: a
# expect: b
# expect: c


class Shows:
    def __getitem__(self, key):
        return key

    def __setitem__(self, key, value):
        print('set', key, value)

    def __delitem__(self, key):
        print('del', key)


s = Shows()
print(s[*[1, 2]])  # expect: (1, 2)
print(s[*'a'], s[0, *[1, 2]], s[*[1], 2, *[3]], s[*[]])  # expect: ('a',) (0, 1, 2) (1, 2, 3) ()
print(s[1:2, *[3]], s[*[3], ::2], s[*[3], 4, 1:])  # expect: (slice(1, 2, None), 3) (3, slice(None, None, 2)) (3, 4, slice(1, None, None))
print(s[n := 3], n, s[(m := 1):2], m)  # expect: 3 3 slice(1, 2, None) 1
s[*[1], 2] = 3  # expect: set (1, 2) 3
del s[*[4]]  # expect: del (4,)
s[*[1]] = s[*[2]] = 5  # expect: set (1,) 5
# expect: set (2,) 5
print(message('return 1, *a') == 'SyntaxError', message('def f(): return *a'), message('def f(): yield *a'))  # expect: True SyntaxError SyntaxError
print(message('x = *a'), message('x = *a,'), message('for x in *a: pass'), message('for x in *a,: pass'))  # expect: SyntaxError compiles SyntaxError compiles
print(message('s[*a:b]'), message('s[a:*b]'), message('print(s[*a])'), message('del *a'))  # expect: SyntaxError SyntaxError compiles SyntaxError
print(message('(*a)'), message('*a'), message('x[**a]'), message('if *a: pass'))  # expect: SyntaxError SyntaxError SyntaxError SyntaxError
