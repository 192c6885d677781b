def check(n):
    assert n > 0, "n is %d" % n


check(-1)
