# args: one two
import sys


def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(sys.argv, sys.version_info[:3] >= (3, 6, 0), sys.version_info[:2], sys.version_info.major, sys.maxsize, sys.byteorder, sys.maxunicode)  # expect: ['basics.py', 'one', 'two'] True (3, 6) 3 9223372036854775807 little 1114111
print(sys.hexversion >> 16 == 0x306, sys.getrecursionlimit(), sys.float_info.max, sys.float_info.epsilon, sys.int_info.bits_per_digit > 0, sys.hash_info.modulus, sys.hash_info.inf)  # expect: True 1000 1.7976931348623157e+308 2.220446049250313e-16 True 2305843009213693951 314159
print(type(sys.modules).__name__, 'sys' in sys.modules, sys.modules['__main__'].__name__, type(sys.path).__name__, sys.platform, sys.stdout is sys.__stdout__)  # expect: dict True __main__ list linux True
print(sys.getsizeof([]) > 0, sys.intern('abc') is sys.intern('ab' + 'c'), sys.exc_info(), sys.getdefaultencoding(), sys.flags.optimize, sys.version.startswith('3.6'))  # expect: True True (None, None, None) utf-8 0 True
print(attempt(lambda: sys.nope))  # expect: AttributeError: module 'sys' has no attribute 'nope'
print(attempt(lambda: sys.intern(5)))  # expect: TypeError: intern() argument 1 must be str, not int
print(attempt(lambda: sys.setrecursionlimit(0)))  # expect: ValueError: recursion limit must be greater or equal than 1
print(attempt(lambda: sys.setrecursionlimit('a')))  # expect: TypeError: an integer is required (got type str)
sys.setrecursionlimit(500)
print(sys.getrecursionlimit())  # expect: 500
def deep(n):
    return n if n == 0 else deep(n - 1)
print(attempt(lambda: deep(1000))[:48])  # expect: RecursionError: maximum recursion depth exceeded
print(deep(300))  # expect: 0
