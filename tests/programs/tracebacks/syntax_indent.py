if True:
print(1)
# exit: 1
