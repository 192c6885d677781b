"abc"[10]
# exit: 1
