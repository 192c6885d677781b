# An operator needs a deque from the class of its operand.
from collections import deque


class X(deque):
    pass


X.__new__ = lambda cls, *args, **kwargs: [42]
d = deque.__new__(X)
for operation in (lambda: d * 42, lambda: d + deque([1]), lambda: 2 * d):
    try:
        print(operation())
    except TypeError as error:
        print(error)
# expect: X() must return a deque, not list
# expect: X() must return a deque, not list
# expect: X() must return a deque, not list
print(d.copy())  # expect raises: TypeError: X() must return a deque, not list
