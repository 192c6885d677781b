from collections import Counter


def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


c = Counter('abracadabra')
print(c, c['a'], c['zz'], c.most_common(2), sorted(c.elements()), sum(c.values()), Counter(a=1, b=2), Counter({'x': 3}), Counter())  # expect: Counter({'a': 5, 'b': 2, 'r': 2, 'c': 1, 'd': 1}) 5 0 [('a', 5), ('b', 2)] ['a', 'a', 'a', 'a', 'a', 'b', 'b', 'c', 'd', 'r', 'r'] 11 Counter({'b': 2, 'a': 1}) Counter({'x': 3}) Counter()
c.update('aaa')
c.subtract({'b': 5})
print(c['a'], c['b'], c + Counter(b=10), Counter(a=3, b=1) - Counter(a=1, b=2), Counter(a=3, b=1) & Counter(a=1, b=2), Counter(a=3, b=1) | Counter(a=1, b=2), +Counter(a=-1, b=1), -Counter(a=-1))  # expect: 8 -3 Counter({'a': 8, 'b': 7, 'r': 2, 'c': 1, 'd': 1}) Counter({'a': 2}) Counter({'a': 1, 'b': 1}) Counter({'a': 3, 'b': 2}) Counter({'b': 1}) Counter({'a': 1})
del c['nope']
print(c.most_common()[-1], Counter([1, 1, 2]) == {1: 2, 2: 1}, list(Counter(a=0, b=2).elements()), Counter('ab').copy())  # expect: ('b', -3) True ['b', 'b'] Counter({'a': 1, 'b': 1})
print(attempt(lambda: Counter.fromkeys('ab')))  # expect: NotImplementedError: Counter.fromkeys() is undefined.  Use Counter(iterable) instead.
print(attempt(lambda: Counter(1)))  # expect: TypeError: 'int' object is not iterable
