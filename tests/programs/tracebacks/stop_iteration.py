next(iter([]))
# exit: 1
