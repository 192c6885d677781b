items = [1, 2, 3]
for i in range(5):
    items[i]
# exit: 1
