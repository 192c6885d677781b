def f(*a):
    raise ValueError("no")


f(1,
  2,
  *[3])
