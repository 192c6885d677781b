"""module doc"""
def f():
    """f doc"""
def g():
    'con' 'cat'
def h():
    f'not a doc'
def i():
    b'not a doc'
class A:
    r"""raw \n"""
class B:
    pass
print(__doc__, f.__doc__, g.__doc__, h.__doc__, i.__doc__, A.__doc__, B.__doc__)  # expect: module doc f doc concat None None raw \n None
B.__doc__ = 'new'
print(B.__doc__)  # expect: new
def j():
    x = 1
    'not first'
print(j.__doc__)  # expect: None
