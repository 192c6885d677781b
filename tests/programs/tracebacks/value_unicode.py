"\u20ac".encode("ascii")
# exit: 1
