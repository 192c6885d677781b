d = {"a": 1}
d["b"]
# exit: 1
