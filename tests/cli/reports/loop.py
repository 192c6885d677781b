for x, y in 5, 6:
    pass
