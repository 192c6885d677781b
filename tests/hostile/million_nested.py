# timeout: 60
x = None
for i in range(1000000):
    x = [x]
del x
print('lists')  # expect: lists
x = None
for i in range(1000000):
    x = (x,)
x = None
print('tuples')  # expect: tuples
for i in range(300000):
    x = {'k': x}
x = None
print('dicts')  # expect: dicts
class Node:
    pass
for i in range(300000):
    n = Node()
    n.next = x
    x = n
x = n = None
print('instances')  # expect: instances
class Slot:
    __slots__ = ('next',)
for i in range(300000):
    n = Slot()
    n.next = x
    x = n
x = n = None
print('slots')  # expect: slots
def chain(prev):
    def f():
        return prev
    return f
for i in range(100000):
    x = chain(x)
x = None
print('closures')  # expect: closures
