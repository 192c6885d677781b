class M(type):
    def __new__(m, n, b, d):
        raise TypeError("no class " + n)
class A(metaclass=M):
    pass
# exit: 1
