class Point:
    @property
    def x(self):
        return 1


Point().x = 2
