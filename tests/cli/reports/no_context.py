try:
    {}["k"]
except KeyError:
    raise ValueError("hidden cause") from None
