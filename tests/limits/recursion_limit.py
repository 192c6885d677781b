import sys


def depth(n=1):
    try:
        return depth(n + 1)
    except RecursionError:
        return n


first = depth()
print(900 < first <= 1000)  # expect: True
sys.setrecursionlimit(200)
print(100 < depth() <= 200)  # expect: True
sys.setrecursionlimit(5000)
print(4500 < depth() <= 5000)  # expect: True
