class Pen:
    def draw(self, *, colour=None):
        pass


p = Pen()
p.draw(color=3)
