def binary(a, b):
    return (a + b, a - b, a * b, a @ b, a / b, a // b, a % b, a ** b, a << b, a >> b, a & b, a ^ b, a | b)

def unary(a):
    return +a, -a, ~a, not a

def compare(a, b):
    return (a < b, a <= b, a == b, a != b, a > b, a >= b, a in b, a not in b, a is b, a is not b)

def chained(a, b, c, d):
    return a < b <= c != d

def boolean(a, b, c, d):
    x = a and b or c and not d
    y = a or b or c
    z = not (a and b)
    return x if y else z

def inverted(a, b):
    if not a: pass
    return not a in b, not a is b, not a not in b, not a is not b, not a < b
