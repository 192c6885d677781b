def ratio(a, b):
    return a / b
print(ratio(1, 2))
ratio(3, 0)
# exit: 1
