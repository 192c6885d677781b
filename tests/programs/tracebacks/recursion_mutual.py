import sys
sys.setrecursionlimit(60)
def a():
    b()
def b():
    a()
a()
# exit: 1
