class Point:
    def __init__(self):
        self.colour = 1


def paint(p):
    return [1, 2] + (p.color * 3)


paint(Point())
