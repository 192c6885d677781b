def f(*a):
    return a[9]
f(1,
  2,
  3)
# exit: 1
