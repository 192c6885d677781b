# pow() with keywords and with inverses, sum() with a keyword.
def error(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as e:
        return "%s: %s" % (type(e).__name__, e)


print(pow(base=2, exp=3), pow(2, exp=3, mod=5), pow(2, 3, mod=None), pow(2, 3, None))  # expect: 8 3 8 8
print(pow(2, -1, 7), pow(3, -3, 7), pow(38, -1, 97), pow(-3, -1, 7), pow(3, -1, -7), pow(2, -1, -7))  # expect: 4 6 23 2 -2 -3
print(pow(2, -1, 1), pow(0, -1, 1), pow(5, -1, -1), pow(1, -10 ** 20, 5))  # expect: 0 0 0 1
print(pow(True, -1, 7), pow(3, -1, 10 ** 40) * 3 % 10 ** 40, pow(10 ** 40, -2, 10 ** 41 + 9) * 10 ** 80 % (10 ** 41 + 9))  # expect: 1 1 1
for modulus in 3, 8, 15, 97, 2 ** 61 - 1:
    print([pow(k, -1, modulus) for k in (1, 2, 4, 7, 11) if __import__('math').gcd(k, modulus) == 1])
# expect: [1, 2, 1, 1, 2]
# expect: [1, 7, 3]
# expect: [1, 8, 4, 13, 11]
# expect: [1, 49, 73, 14, 53]
# expect: [1, 1152921504606846976, 576460752303423488, 1976436865040309101, 2096220917466994501]
print(error(pow, 2, -1, 4))  # expect: ValueError: base is not invertible for the given modulus
print(error(pow, 0, -1, 7))  # expect: ValueError: base is not invertible for the given modulus
print(error(pow, 6, -5, 9))  # expect: ValueError: base is not invertible for the given modulus
print(error(pow, 10 ** 40, -1, 10 ** 41))  # expect: ValueError: base is not invertible for the given modulus
print(error(pow, 2, -1, 0))  # expect: ValueError: pow() 3rd argument cannot be 0
print(error(pow, 2, 1, 0))  # expect: ValueError: pow() 3rd argument cannot be 0
print(error(pow, 2, -1, 1.5))  # expect: TypeError: pow() 3rd argument not allowed unless all arguments are integers
print(error(pow, 2.0, -1, 5))  # expect: TypeError: pow() 3rd argument not allowed unless all arguments are integers
print((3).__pow__(-1, 7), (3).__pow__(2, 7))  # expect: 5 2
print(sum([1, 2], start=10), sum([], start='') if False else '', sum([[1], [2]], start=[]), sum((), start=1.5))  # expect: 13  [1, 2] 1.5
print(sum([1, 2], 3), sum([0.5, 0.25], start=0.25))  # expect: 6 1.0
print(error(sum, ['a'], start=''))  # expect: TypeError: sum() can't sum strings [use ''.join(seq) instead]
print(error(sum, [b'a'], start=b''))  # expect: TypeError: sum() can't sum bytes [use b''.join(seq) instead]
print(error(sum, [1], start=None))  # expect: TypeError: unsupported operand type(s) for +: 'NoneType' and 'int'
