def g():
    x = 1
    yield x
    yield 2
i=g()
print(i.gi_frame.f_lasti, i.gi_frame.f_lineno)  # expect: -1 1
next(i)
print(i.gi_frame.f_lasti, i.gi_frame.f_lineno)  # expect: 6 3
next(i)
print(i.gi_frame.f_lasti, i.gi_frame.f_lineno)  # expect: 12 4
