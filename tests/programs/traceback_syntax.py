def f():
    x = 1
    y = x +
    return y  # expect raises: SyntaxError: invalid syntax
