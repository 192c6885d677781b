def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


class A:
    def __add__(self, o):
        print('A.add')
        return NotImplemented
    def __radd__(self, o):
        return 'A.radd', o
    def __rsub__(self, o):
        return 'A.rsub'
class B(A):
    def __radd__(self, o):
        return 'B.radd'
class C:
    def __add__(self, o):
        return 'C.add'
    def __mul__(self, o):
        return NotImplemented
print(attempt(lambda: A() + A()))  # expect: A.add
# expect: TypeError: unsupported operand type(s) for +: 'A' and 'A'
print(attempt(lambda: A() + B()))  # expect: B.radd
print(attempt(lambda: A() + C()))  # expect: A.add
# expect: TypeError: unsupported operand type(s) for +: 'A' and 'C'
print(attempt(lambda: C() + A()))  # expect: C.add
print(attempt(lambda: 1 + A()))  # expect: ('A.radd', 1)
print(attempt(lambda: A() + 1))  # expect: A.add
# expect: TypeError: unsupported operand type(s) for +: 'A' and 'int'
print(attempt(lambda: 1 - A()))  # expect: A.rsub
print(attempt(lambda: A() - 1))  # expect: TypeError: unsupported operand type(s) for -: 'A' and 'int'
print(attempt(lambda: C() * C()))  # expect: TypeError: unsupported operand type(s) for *: 'C' and 'C'
print(attempt(lambda: C() * 5))  # expect: TypeError: unsupported operand type(s) for *: 'C' and 'int'
print(attempt(lambda: 5 * C()))  # expect: TypeError: unsupported operand type(s) for *: 'int' and 'C'
print(attempt(lambda: [] + C()))  # expect: TypeError: can only concatenate list (not "C") to list
print(attempt(lambda: C() + []))  # expect: C.add
print(attempt(lambda: [1] + A()))  # expect: ('A.radd', [1])
class D(C):
    def __radd__(self, o):
        return 'D.radd'
print(attempt(lambda: C() + D()))  # expect: D.radd
print(attempt(lambda: D() + C()))  # expect: C.add
print(attempt(lambda: D() + D()))  # expect: C.add
