class A:
    @property
    def x(self):
        return self.x


import sys
sys.setrecursionlimit(60)
A().x
