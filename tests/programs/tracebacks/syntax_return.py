return 5
# exit: 1
