def solve(n, row=0, columns=(), up=(), down=()):
    if row == n:
        yield columns
        return
    for c in range(n):
        if c not in columns and row + c not in up and row - c not in down:
            yield from solve(n, row + 1, columns + (c,), up + (row + c,), down + (row - c,))


for n in range(1, 8):
    print(n, sum(1 for _ in solve(n)))
# expect: 1 1
# expect: 2 0
# expect: 3 0
# expect: 4 2
# expect: 5 10
# expect: 6 4
# expect: 7 40
for c in next(solve(8)):
    print('.' * c + 'Q' + '.' * (7 - c))
# expect: Q.......
# expect: ....Q...
# expect: .......Q
# expect: .....Q..
# expect: ..Q.....
# expect: ......Q.
# expect: .Q......
# expect: ...Q....
