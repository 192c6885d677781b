total = 1
print(totla)
# exit: 1
