def g(n):
    for i in range(n):
        yield i
gens = [g(3), g(2), g(4)]
out = []
while gens:
    for x in list(gens):
        try:
            out.append(next(x))
        except StopIteration:
            gens.remove(x)
print(out)  # expect: [0, 0, 0, 1, 1, 1, 2, 2, 3]
print(list(zip(g(3), g(2))), list(map(lambda a, b: a + b, g(3), g(3))), dict.fromkeys(g(2)), [x for y in (g(2), g(3)) for x in y], sorted(g(3), reverse=True), set(g(3)) == {0, 1, 2}, ''.join(str(x) for x in g(4)), tuple(g(0)), any(g(2)), all(g(2)), max(g(5)), sum(g(5)), 3 in g(5), [*g(2), *g(1)])  # expect: [(0, 0), (1, 1)] [0, 2, 4] {0: None, 1: None} [0, 1, 0, 1, 2] [2, 1, 0] True 0123 () True False 4 10 True [0, 1, 0]
a, *b = g(4)
print(a, b, print(*g(3)))  # expect: 0 1 2
# expect: 0 [1, 2, 3] None
