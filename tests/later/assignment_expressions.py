# PEP 572, where the answers are those of CPython 3.13.


def message(source, mode='exec'):
    try:
        compile(source, '<text>', mode)
    except SyntaxError as error:
        return error.msg
    return 'compiles'


if (n := 10) > 5:
    print(n)
while (n := n - 4) > 0:
    print(n)
print([y := 1, y ** 2], y)
print((a := 1, b := 2), a, b)
print({(k := 'x'): 1}, {v := 3, v + 1}, k, v)
print((lambda: (z := 1) + z)())
print([last := i * 2 for i in range(4)], last)
print({i: (sq := i * i) for i in range(3)}, sq)
print(any((hit := c) == 'b' for c in 'abc'), hit)
print([[(cell := i * j) for j in range(3)] for i in range(3)][2], cell)
print(max(size := 3, 2), size)
print('abc'[start := 1], start)
print('abcdef'[(low := 1):(high := 3)], low, high)
print(f'{(w := 5)} {w:=3}', w)


def totals():
    total = 0
    partial = [total := total + v for v in range(5)]
    return partial, total


print(totals())


def with_global():
    global shared
    return [shared := i for i in range(3)]


print(with_global(), shared)


def with_nonlocal():
    count = 0

    def inner():
        nonlocal count
        return [count := count + i for i in range(4)], count
    return inner(), count


print(with_nonlocal())


def nested():
    return [[x := j for j in range(i)] for i in range(1, 4)], x


print(nested())


def condition():
    return [t for v in (1, 2, 3) if (t := v % 2)], t


print(condition())


class Holder:
    value = (inner := 7) + 1
    print(inner, value)


print(Holder.inner)
print((lambda x=(d := 4): x)(), d)


def spread(*args, **kwargs):
    return args, kwargs


print(spread(p := 1, q=(r := 2)), p, r)
print((first := second := 3) if False else 'skipped') if False else print('no chain')
print([i for i in range(6) if (half := i // 2) % 2], half)
print((m := 1) + (m := 2), m)
print((yes := True) and (no := False), yes, no)
assert (checked := 5), checked
print(checked)
del (checked)
print('checked' in globals())
print(message('x := 1'))
print(message('(a.b := 1)'))
print(message('(a[0] := 1)'))
print(message('((a, b) := 1)'))
print(message('([a] := 1)'))
print(message('(f() := 1)'))
print(message('(1 := 1)'))
print(message('("a" := 1)'))
print(message('(None := 1)'))
print(message('(lambda: x := 1)'))
print(message('(a + b := 1)'))
print(message('(not a := 1)'))
print(message('(a if b else c := 1)'))
print(message('(a < b := 1)'))
print(message('([x for x in y] := 1)'))
print(message('({1: 2} := 1)'))
print(message('({1, 2} := 1)'))
print(message('(... := 1)'))
print(message('[i := 0 for i in range(5)]'))
print(message('[[(i := 0) for j in range(5)] for i in range(5)]'))
print(message('[i := 0 for j in range(5) for i in range(5)]'))
print(message('[i for i in range(5) if (j := 0) for k in range(j)]'))
print(message('[i for i in (j := range(5))]'))
print(message('[i for i in [j for j in (k := [])]]'))
print(message('[x for x in (lambda: (y := 1))()]'))
print(message('class C: [x := 1 for y in z]'))
print(message('class C: x = [(lambda: (x := 1)) for y in z]'))
print(message('def f(a := 1): pass') != 'compiles', message('f(a = b := 1)') != 'compiles')
print(message('x = y := 1') != 'compiles', message('lambda: x := 1') != 'compiles')
print(message('{a: b := 1}') != 'compiles', message('{a := 1: b}') != 'compiles')
print(message('[x for x in y if z := x]') != 'compiles', message('del (x := 1)'))
print(message('(x := 1) = 2'), message('(x := 1) += 2'))
print(message('for (x := 1) in y: pass'), message('with a as (x := 1): pass'))
print(message('def f():\n x = 1\n def g():\n  nonlocal x\n  [x := i for i in y]'))
print(message('return (x := 1)') == "'return' outside function")
print(message('(__debug__ := 1)') != 'compiles')  # expect raises: SyntaxError: invalid syntax
