def draw(x, colour=None, width=1):
    return x


result = [draw(1, color="red")]
