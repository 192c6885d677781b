class Board:
    def __init__(self, width, height, alive=()):
        self.width, self.height = width, height
        self.alive = set(alive)

    def __contains__(self, cell):
        return (cell[0] % self.width, cell[1] % self.height) in self.alive

    def neighbours(self, x, y):
        return sum((x + dx, y + dy) in self for dx in (-1, 0, 1) for dy in (-1, 0, 1) if dx or dy)

    def step(self):
        return Board(self.width, self.height, (
            (x, y) for x in range(self.width) for y in range(self.height)
            if self.neighbours(x, y) == 3 or (x, y) in self and self.neighbours(x, y) == 2))

    def __str__(self):
        return '\n'.join(''.join('■' if (x, y) in self else '□' for x in range(self.width))
                         for y in range(self.height))


board = Board(8, 8, [(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)])
for generation in range(5):
    print('generation', generation)
    print(board)
    board = board.step()
# expect: generation 0
# expect: □■□□□□□□
# expect: □□■□□□□□
# expect: ■■■□□□□□
# expect: □□□□□□□□
# expect: □□□□□□□□
# expect: □□□□□□□□
# expect: □□□□□□□□
# expect: □□□□□□□□
# expect: generation 1
# expect: □□□□□□□□
# expect: ■□■□□□□□
# expect: □■■□□□□□
# expect: □■□□□□□□
# expect: □□□□□□□□
# expect: □□□□□□□□
# expect: □□□□□□□□
# expect: □□□□□□□□
# expect: generation 2
# expect: □□□□□□□□
# expect: □□■□□□□□
# expect: ■□■□□□□□
# expect: □■■□□□□□
# expect: □□□□□□□□
# expect: □□□□□□□□
# expect: □□□□□□□□
# expect: □□□□□□□□
# expect: generation 3
# expect: □□□□□□□□
# expect: □■□□□□□□
# expect: □□■■□□□□
# expect: □■■□□□□□
# expect: □□□□□□□□
# expect: □□□□□□□□
# expect: □□□□□□□□
# expect: □□□□□□□□
# expect: generation 4
# expect: □□□□□□□□
# expect: □□■□□□□□
# expect: □□□■□□□□
# expect: □■■■□□□□
# expect: □□□□□□□□
# expect: □□□□□□□□
# expect: □□□□□□□□
# expect: □□□□□□□□
for _ in range(27):
    board = board.step()
print(sorted(board.alive))  # expect: [(0, 2), (1, 0), (1, 2), (2, 1), (2, 2)]
