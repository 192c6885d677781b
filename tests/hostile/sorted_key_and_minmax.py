def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


l = [5, 3, 9]
def key(x):
    if l: l.pop()
    return x
print(sorted(l, key=key), l)  # expect: [3, 5, 9] []
l = [5, 3, 9]
print(max(l, key=key), l)  # expect: 5 [5]
l = [5, 3, 9, 1]
print(list(map(lambda x: l.clear() or x, l)), list(filter(lambda x: l.append(x) or len(l) < 5, l)), len(l))  # expect: [5] [] 0
class Bad:
    def __lt__(self, o): raise ValueError('lt')
    def __gt__(self, o): raise ValueError('gt')
print(attempt(lambda: sorted([Bad(), Bad()])))  # expect: ValueError: lt
print(attempt(lambda: max(Bad(), Bad())))  # expect: ValueError: gt
print(attempt(lambda: min([Bad(), Bad()])))  # expect: ValueError: lt
class Inconsistent:
    n = 0
    def __lt__(self, o):
        Inconsistent.n += 1
        return Inconsistent.n % 3 == 0
print(len(sorted(Inconsistent() for _ in range(200))))  # expect: 200
class NotBool:
    def __lt__(self, o): return B()
class B:
    def __bool__(self): raise TypeError('bool')
print(attempt(lambda: sorted([NotBool(), NotBool()])))  # expect: TypeError: bool
