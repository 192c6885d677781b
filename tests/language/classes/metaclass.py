def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


class Meta(type):
    def __new__(mcs, name, bases, ns, **kw):
        print('new', name, sorted(k for k in ns if not k.startswith('__')), kw)
        ns['added'] = 'by meta'
        return super().__new__(mcs, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw):
        print('init', name)
        super().__init__(name, bases, ns)
    def __call__(cls, *args):
        print('call', cls.__name__, args)
        return super().__call__(*args)
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        print('prepare', name, kw)
        return {}
    def method(cls):
        return cls.__name__
    @property
    def prop(cls):
        return 'meta prop'
    def __repr__(cls):
        return '<M %s>' % cls.__name__
    def __len__(cls):
        return 42
    def __getitem__(cls, k):
        return k
    def __iter__(cls):
        return iter('it')
    def __contains__(cls, x):
        return True
class A(metaclass=Meta, opt=1):
    x = 1
    def __init__(self, *a): pass
# expect: prepare A {'opt': 1}
# expect: new A ['x'] {'opt': 1}
# expect: init A
class B(A): pass  # expect: prepare B {}
# expect: new B [] {}
# expect: init B
b = B(1)  # expect: call B (1,)
print(A.added, A.method(), A.prop, A, B, type(B).__name__, len(A), A['k'], list(A), 5 in A, isinstance(A, Meta))  # expect: by meta A meta prop <M A> <M B> Meta 42 k ['i', 't'] True True
print(attempt(lambda: b.method()))  # expect: AttributeError: 'B' object has no attribute 'method'
print(attempt(lambda: b.prop))  # expect: AttributeError: 'B' object has no attribute 'prop'
