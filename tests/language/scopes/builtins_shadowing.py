len = lambda x: 'shadowed'
print(len('abc'))  # expect: shadowed
del len
print(len('abc'))  # expect: 3
def f():
    int = 5
    return int
print(f(), int)  # expect: 5 <class 'int'>
import builtins
builtins.custom = 'from builtins'
print(custom)  # expect: from builtins
del builtins.custom
try:
    custom
except NameError as e:
    print(e)  # expect: name 'custom' is not defined
old = builtins.abs
builtins.abs = lambda x: 'patched'
def g():
    return abs(-1)
print(g())  # expect: patched
builtins.abs = old
print(g())  # expect: 1
for i in range(3):
    if i == 1:
        abs = lambda x: 'global'
    elif i == 2:
        del abs
    print(g())
# expect: 1
# expect: global
# expect: 1
True_ = True
print(True_)  # expect: True
