# expect stderr contains: Exception ignored in
# expect stderr contains: ValueError: in del
class A:
    def __del__(self):
        raise ValueError('in del')
a = A()
del a
print('goes on')  # expect: goes on
def f():
    x = A()
    return 'returned'
print(f())  # expect: returned
