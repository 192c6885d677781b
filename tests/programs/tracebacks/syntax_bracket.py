x = (1,
     2
y = 3
# exit: 1
