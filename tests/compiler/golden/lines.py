x = [
    1,
    a,
    b
]
f(a,
  b,
  c=d)


def g(
        a,
        b=1):

    if (a and
            b):
        return (a +
                b)
    x = {
        'a': a,

        'b': [b,
              c],
    }
    return x; y = 1
while x: x = \
    1
