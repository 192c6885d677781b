PUZZLE = '53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79'


def candidates(grid, i):
    row, col = divmod(i, 9)
    used = set(grid[row * 9:row * 9 + 9]) | set(grid[col::9])
    top, left = row // 3 * 3, col // 3 * 3
    for r in range(top, top + 3):
        used.update(grid[r * 9 + left:r * 9 + left + 3])
    return [d for d in '123456789' if d not in used]


def solve(grid):
    best = None
    for i, c in enumerate(grid):
        if c == '.':
            options = candidates(grid, i)
            if best is None or len(options) < len(best[1]):
                best = i, options
                if len(options) < 2:
                    break
    if best is None:
        return grid
    i, options = best
    for d in options:
        solved = solve(grid[:i] + [d] + grid[i + 1:])
        if solved:
            return solved
    return None


answer = solve(list(PUZZLE))
for r in range(9):
    print(' '.join(answer[r * 9:r * 9 + 9]))
# expect: 5 3 4 6 7 8 9 1 2
# expect: 6 7 2 1 9 5 3 4 8
# expect: 1 9 8 3 4 2 5 6 7
# expect: 8 5 9 7 6 1 4 2 3
# expect: 4 2 6 8 5 3 7 9 1
# expect: 7 1 3 9 2 4 8 5 6
# expect: 9 6 1 5 3 7 2 8 4
# expect: 2 8 7 4 1 9 6 3 5
# expect: 3 4 5 2 8 6 1 7 9
