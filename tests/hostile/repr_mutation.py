def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


class R:
    def __init__(self, f): self.f = f
    def __repr__(self):
        self.f()
        return 'R'
l = [R(lambda: l.clear()), 1, 2]
print(l)  # expect: [R]
l = [R(lambda: l.append(0) if len(l) < 5 else None)]
print(l)  # expect: [R, 0]
d = {1: R(lambda: d.clear()), 2: 3}
print(repr(d)[:7])  # expect: {1: R}
s = {R(lambda: s.clear())}
print(s)  # expect: {R}
def boom(): raise ValueError('repr')
print(attempt(lambda: repr([R(boom)])))  # expect: ValueError: repr
print(attempt(lambda: repr({R(boom): 1})))  # expect: ValueError: repr
print(attempt(lambda: repr((1, R(boom)))))  # expect: ValueError: repr
print(attempt(lambda: '%r' % R(boom)))  # expect: ValueError: repr
l = [R(boom)]
print(attempt(lambda: str(l)))  # expect: ValueError: repr
print(attempt(lambda: str(l)))  # expect: ValueError: repr
