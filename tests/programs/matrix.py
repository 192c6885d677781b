class Matrix:
    def __init__(self, rows):
        self.rows = [list(r) for r in rows]

    def __matmul__(self, other):
        columns = list(zip(*other.rows))
        return Matrix([[sum(x * y for x, y in zip(row, c)) for c in columns] for row in self.rows])

    def __pow__(self, n):
        result = Matrix([[int(i == j) for j in range(len(self.rows))] for i in range(len(self.rows))])
        base = self
        while n:
            if n & 1:
                result = result @ base
            base, n = base @ base, n >> 1
        return result

    def det(self):
        m = self.rows
        if len(m) == 1:
            return m[0][0]
        return sum((-1) ** j * m[0][j] * Matrix([r[:j] + r[j + 1:] for r in m[1:]]).det() for j in range(len(m)))

    def __eq__(self, other):
        return self.rows == other.rows

    def __str__(self):
        return '\n'.join(' '.join('%6d' % x for x in row) for row in self.rows)


m = Matrix([[1, 2, 3], [4, 5, 6], [7, 8, 10]])
print(m @ m)  # expect:     30     36     45
# expect:     66     81    102
# expect:    109    134    169
print(m.det(), (m ** 5).rows, m @ m == m ** 2)  # expect: -3 [[136674, 167508, 210969], [308154, 377673, 475662], [510169, 625262, 787489]] True
print((Matrix([[1, 1], [1, 0]]) ** 200).rows[0][1])  # expect: 280571172992510140037611932413038677189525
