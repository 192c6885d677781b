class Log(dict):
    def __setitem__(self, k, v):
        if not k.startswith('__'):
            print('set', k)
        super().__setitem__(k, v)
    def __getitem__(self, k):
        if k == 'magic':
            return 'from namespace'
        return super().__getitem__(k)
class Meta(type):
    @classmethod
    def __prepare__(m, name, bases):
        return Log()
    def __new__(m, name, bases, ns):
        return super().__new__(m, name, bases, dict(ns))
class A(metaclass=Meta):
    x = 1
    y = magic
    def f(self): pass
    del x
# expect: set x
# expect: set y
# expect: set f
print(A.y, hasattr(A, 'x'))  # expect: from namespace False
class Order:
    c = 1
    a = 2
    b = 3
print([k for k in Order.__dict__ if not k.startswith('__')])  # expect: ['c', 'a', 'b']
