x = 5
x()
# exit: 1
