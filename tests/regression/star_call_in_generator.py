# f(*args) in a generator whose deepest expression it is: no register lies behind the arguments.


def f(a):
    return a


def missing(b):
    f(*[])
    yield 1


def given(b):
    f(*[b])
    yield f(*[2])


class C:
    def method(self, a):
        return a

    def generator(self):
        self.method(*[1])
        yield self.method(*[3])


for i in range(3):
    try:
        print(list(missing(1)))
    except TypeError as error:
        print(error)
# expect: f() missing 1 required positional argument: 'a'
# expect: f() missing 1 required positional argument: 'a'
# expect: f() missing 1 required positional argument: 'a'
print(list(given(1)), [list(given(i)) for i in range(100)] == [[2]] * 100)  # expect: [2] True
print(list(C().generator()))  # expect: [3]
