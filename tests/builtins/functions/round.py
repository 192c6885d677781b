def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(round(1.5), round(2.5), round(-1.5), round(1.25, 1), round(1234, -2), round(True), round(5, 2), round(number=1.7), round(1.55, ndigits=1))  # expect: 2 2 -2 1.2 1200 1 5 2 1.6
class R:
    def __round__(self, n='none'):
        return 'rounded', n
print(round(R()), round(R(), 3), round(R(), None))  # expect: ('rounded', 'none') ('rounded', 3) ('rounded', 'none')
print(attempt(lambda: round('a')))  # expect: TypeError: type str doesn't define __round__ method
print(attempt(lambda: round([])))  # expect: TypeError: type list doesn't define __round__ method
print(attempt(lambda: round(1, 'a')))  # expect: TypeError: 'str' object cannot be interpreted as an integer
print(attempt(lambda: round()))  # expect: TypeError: Required argument 'number' (pos 1) not found
