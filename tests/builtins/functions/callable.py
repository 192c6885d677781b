def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


class A:
    def __call__(self):
        pass
class B:
    pass
b = B()
b.__call__ = len
print(callable(len), callable(A), callable(A()), callable(B()), callable(b), callable(5), callable(lambda: 0))  # expect: True True True False False False True
print(attempt(lambda: callable()))  # expect: TypeError: callable() takes exactly one argument (0 given)
