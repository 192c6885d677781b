def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(abs(-5), abs(5.5), abs(-2**70), abs(3-4j), abs(True), abs(-0.0))  # expect: 5 5.5 1180591620717411303424 5.0 1 0.0
class A:
    def __abs__(self):
        return 'abs!'
print(abs(A()))  # expect: abs!
print(attempt(lambda: abs('a')))  # expect: TypeError: bad operand type for abs(): 'str'
print(attempt(lambda: abs()))  # expect: TypeError: abs() takes exactly one argument (0 given)
print(attempt(lambda: abs(1, 2)))  # expect: TypeError: abs() takes exactly one argument (2 given)
print(attempt(lambda: abs(x=1)))  # expect: TypeError: abs() takes no keyword arguments
