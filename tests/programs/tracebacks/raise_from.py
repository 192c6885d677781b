try:
    {}["x"]
except KeyError as e:
    raise RuntimeError("no x") from e
# exit: 1
