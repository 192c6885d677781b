value = 1 + \
    2 + \
    "three"
# exit: 1
