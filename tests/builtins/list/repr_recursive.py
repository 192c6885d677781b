l = [1]
l.append(l)
print(l, [l], str(l))  # expect: [1, [...]] [[1, [...]]] [1, [...]]
d = {'l': l}
l.append(d)
print(l)  # expect: [1, [...], {'l': [...]}]
t = (l,)
l.append(t)
print(t)  # expect: ([1, [...], {'l': [...]}, (...)],)
class R(list):
    def __repr__(self):
        return 'R' + super().__repr__()
print(R([1, R([2])]))  # expect: R[1, R[2]]
