def load():
    from math import squrt
    return squrt


load()
