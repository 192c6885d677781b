x = 1
if x == 2:
    pass
else if x == 3:
    pass
