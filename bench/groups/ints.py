"""Integers: parsing, printing and multiplying at 10, 1,000 and 100,000 digits. Rows of 1,000 digits and more are to be
three times as fast as CPython's."""
import sys
sys.dont_write_bytecode = True
from _rows import main, row

if hasattr(sys, 'set_int_max_str_digits'):
    sys.set_int_max_str_digits(0)


def digits(n):
    return ('1234567890987654321' * (n // 19 + 1))[:n]


TEXT10, TEXT1000, TEXT100000 = digits(10), digits(1000), digits(100000)


def number(n):
    """A number of n digits, made without parsing them."""
    return 10 ** (n - 1) + 3 ** (n * 2)


N10, N1000, N100000 = 1234567890, number(1000), number(100000)
SQUARE = N1000 * N1000 + 7


@row('parse 10')
def parse10():
    total = 0
    for _ in range(1000):
        total += int(TEXT10)
    return total


@row('print 10')
def print10():
    total = 0
    for _ in range(1000):
        total += len(str(N10))
    return total


@row('multiply 10')
def multiply10():
    total = 0
    for i in range(1000):
        total ^= N10 * (N10 + i)
    return total


@row('parse 1000')
def parse1000():
    total = 0
    for _ in range(20):
        total ^= int(TEXT1000)
    return total


@row('print 1000')
def print1000():
    total = 0
    for _ in range(20):
        total += len(str(N1000))
    return total


@row('multiply 1000')
def multiply1000():
    total = 0
    for i in range(20):
        total ^= N1000 * (N1000 + i)
    return total % 1000007


@row('divide 1000')
def divide1000():
    total = 0
    for i in range(20):
        total ^= SQUARE // (N1000 + i)
    return total % 1000007


@row('add 1000')
def add1000():
    total = 0
    for i in range(200):
        total += N1000
    return total % 1000007


@row('pow 1000')
def pow1000():
    return pow(3, N1000 >> 2500, N1000)


@row('parse 100000')
def parse100000():
    return int(TEXT100000) % 1000007


@row('print 100000')
def print100000():
    return len(str(N100000))


@row('multiply 100000')
def multiply100000():
    return (N100000 * N100000).bit_length()


main()
