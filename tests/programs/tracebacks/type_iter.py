for x in 5:
    pass
# exit: 1
