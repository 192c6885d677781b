def g():
    x = 1
    while True:
        y = yield x, sorted(locals())
        x = x * 2 if y is None else y
i = g()
print(next(i), next(i), i.send(10), next(i), sorted(i.gi_frame.f_locals.items()), i.gi_code.co_name)  # expect: (1, ['x']) (2, ['x', 'y']) (10, ['x', 'y']) (20, ['x', 'y']) [('x', 20), ('y', None)] g
def closure():
    n = 0
    def gen():
        nonlocal n
        while n < 3:
            n += 1
            yield n
    return gen, lambda: n
gen, get = closure()
print(list(gen()), get(), list(gen()))  # expect: [1, 2, 3] 3 []
class A:
    def __iter__(self):
        self.count = 0
        while self.count < 2:
            self.count += 1
            yield self.count
print(list(A()), [(x, y) for x in A() for y in A()])  # expect: [1, 2] [(1, 1), (1, 2), (2, 1), (2, 2)]
def try_gen():
    for i in range(3):
        try:
            yield i
        except KeyError:
            yield 'caught'
        finally:
            print('fin', i)
t = try_gen()
print(next(t), t.throw(KeyError), next(t), list(t))  # expect: fin 0
# expect: fin 1
# expect: fin 2
# expect: 0 caught 1 [2]
