print((lambda: 1)(), (lambda x: x)(2), (lambda x, y=3: x + y)(1), (lambda *a: a)(1, 2), (lambda **k: k)(a=1), (lambda x, *, y: (x, y))(1, y=2), (lambda x: lambda y: x + y)(1)(2), (lambda: (yield))().__class__.__name__)  # expect: 1 2 4 (1, 2) {'a': 1} (1, 2) 3 generator
print((lambda x: x if x else 'no')(0), [f(2) for f in (lambda x: x, lambda x: x * 2)], (lambda: None).__name__, sorted([3, 1], key=lambda v: -v))  # expect: no [2, 4] <lambda> [3, 1]
fib = lambda n: n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(15))  # expect: 610
