def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(list(), list('ab'), list((1, 2)), list({3: 1}), list(range(3)), list(x for x in 'z'))  # expect: [] ['a', 'b'] [1, 2] [3] [0, 1, 2] ['z']
print(attempt(lambda: list(5)))  # expect: TypeError: 'int' object is not iterable
print(attempt(lambda: list(1, 2)))  # expect: TypeError: list() takes at most 1 argument (2 given)
print(attempt(lambda: list(None)))  # expect: TypeError: 'NoneType' object is not iterable
class Sub(list):
    def __init__(self, *args, tag=None):
        super().__init__(*args)
        self.tag = tag
s = Sub([1, 2], tag='t')
print(s, s.tag, type(s + [3]).__name__, type(s[:]).__name__, type(s.copy()).__name__, s == [1, 2], isinstance(s, list))  # expect: [1, 2] t list list list True True
l = [1, 2]
l.__init__()
print(l)  # expect: []
l.__init__('ab')
print(l)  # expect: ['a', 'b']
