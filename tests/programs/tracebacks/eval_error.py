eval("1 +")
# exit: 1
