def level(n):
    try:
        if n == 0:
            raise ValueError('bottom')
        level(n - 1)
    except ValueError as e:
        raise ValueError('level %d' % n) from e
try:
    level(3)
except ValueError as e:
    while e:
        print(e)
        e = e.__cause__
# expect: level 3
# expect: level 2
# expect: level 1
# expect: level 0
# expect: bottom
def swallow(n):
    try:
        return n / 0
    except ZeroDivisionError:
        try:
            return [][1]
        except IndexError:
            try:
                return {}['x']
            except KeyError as e:
                return repr(e), repr(e.__context__), repr(e.__context__.__context__)
print(swallow(1))  # expect: ("KeyError('x',)", "IndexError('list index out of range',)", "ZeroDivisionError('division by zero',)")
