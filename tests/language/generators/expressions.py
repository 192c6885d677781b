def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


g = (x * 2 for x in [1, 2, 3])
print(type(g).__name__, g.__name__, list(g), list(g))  # expect: generator <genexpr> [2, 4, 6] []
print(sum(x for x in range(5)), list(x for x in 'ab' if x > 'a'), list((x, y) for x in range(2) for y in range(x)), max((len(w) for w in ['a', 'bbb']), default=0))  # expect: 10 ['b'] [(1, 0)] 3
n = 10
g = (n + i for i in range(3))
n = 20
print(list(g))  # expect: [20, 21, 22]
def lazy():
    print('iter evaluated')
    return [1]
g = (x for x in lazy())  # expect: iter evaluated
print('made')  # expect: made
print(list(g))  # expect: [1]
try:
    (x for x in 5)
except TypeError as e:
    print(e)  # expect: 'int' object is not iterable
g = (y for x in [1] for y in 5)
print(attempt(lambda: next(g)))  # expect: TypeError: 'int' object is not iterable
g = (1 / x for x in [1, 0])
print(next(g))  # expect: 1.0
print(attempt(lambda: next(g)))  # expect: ZeroDivisionError: division by zero
print(list(g), list(i for i in (j for j in range(3))))  # expect: [] [0, 1, 2]
def f():
    local = 5
    return list(local + i for i in range(2))
print(f())  # expect: [5, 6]
