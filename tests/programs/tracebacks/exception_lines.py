raise ValueError("first line\nsecond line")
# exit: 1
