print([[[k for k in range(j)] for j in range(i)] for i in range(3)])  # expect: [[], [[]], [[], [0]]]
m = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in m] for i in range(3)], [x for row in m for x in row], {x: [y for y in range(x)] for x in range(3)})  # expect: [[1, 4], [2, 5], [3, 6]] [1, 2, 3, 4, 5, 6] {0: [], 1: [0], 2: [0, 1]}
def f(n):
    return {a: {b: a * b + n for b in range(2)} for a in range(2)}
print(f(1))  # expect: {0: {0: 1, 1: 1}, 1: {0: 1, 1: 2}}
def g():
    return [[lambda: (i, j) for j in range(2)] for i in range(2)]
print([[h() for h in row] for row in g()])  # expect: [[(1, 1), (1, 1)], [(1, 1), (1, 1)]]
print([z for x in range(3) for y in range(x) for z in range(y, x)], sum([i for i in range(3)] + [j for j in range(2)]), any([i > 1 for i in range(3)]))  # expect: [0, 0, 1, 1] 4 True
n = [i for i in range(5)][1:][::-1]
print(n, len([1 for _ in range(1000)]))  # expect: [4, 3, 2, 1] 1000
