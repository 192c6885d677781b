def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


def fact(n):
    return 1 if n < 2 else n * fact(n - 1)
def even(n):
    return True if n == 0 else odd(n - 1)
def odd(n):
    return False if n == 0 else even(n - 1)
def ack(m, n):
    return n + 1 if m == 0 else ack(m - 1, 1) if n == 0 else ack(m - 1, ack(m, n - 1))
def hanoi(n, a, b, c):
    return 0 if n == 0 else hanoi(n - 1, a, c, b) + 1 + hanoi(n - 1, c, b, a)
print(fact(30), even(100), odd(7), ack(2, 3), hanoi(8, 'a', 'b', 'c'))  # expect: 265252859812191058636308480000000 True True 9 255
def forever():
    return forever()
print(attempt(lambda: forever()))  # expect: RecursionError: maximum recursion depth exceeded
print(fact(5))  # expect: 120
def depth():
    try:
        return 1 + depth()
    except RecursionError:
        return 1
print(900 < depth() <= 1000)  # expect: True
