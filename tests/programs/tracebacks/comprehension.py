data = [1, 0]
result = [10 // x for x in data]
# exit: 1
