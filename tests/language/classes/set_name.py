class Field:
    def __set_name__(self, owner, name):
        print('set_name', owner.__name__, name)
        self.name = '_' + name
    def __get__(self, obj, owner):
        return self if obj is None else getattr(obj, self.name, 'unset')
    def __set__(self, obj, value):
        setattr(obj, self.name, value)
class A:
    x = Field()
    y = Field()
# expect: set_name A x
# expect: set_name A y
a = A()
a.x = 5
print(a.x, a.y, a.__dict__)  # expect: 5 unset {'_x': 5}
A.late = Field()
class Bad:
    def __set_name__(self, owner, name):
        raise KeyError('bad name')
try:
    class B:
        attr = Bad()
except RuntimeError as e:
    print(e, repr(e.__cause__))  # expect: Error calling __set_name__ on 'Bad' instance 'attr' in 'B' KeyError('bad name',)
