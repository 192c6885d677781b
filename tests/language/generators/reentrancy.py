def g():
    try:
        next(i)
    except ValueError as e:
        yield str(e)
    try:
        i.close()
    except ValueError as e:
        yield str(e)
    try:
        i.send(None)
    except ValueError as e:
        yield str(e)
i = g()
print(list(i))  # expect: ['generator already executing', 'generator already executing', 'generator already executing']
def h():
    yield sum(1 for _ in [1, 2])
    yield j.gi_running
j = h()
print(next(j), next(j), j.gi_running)  # expect: 2 True False
