# `print >>file, text` says what to write instead; other shifts of functions, and of print, do not.
import sys


def attempt(call, *args):
    try:
        return call(*args)
    except TypeError as error:
        return error


def in_place():
    shifted = print
    shifted >>= sys.stderr


print(attempt(lambda: (print >>sys.stderr, "x")))
# expect: unsupported operand type(s) for >>: 'builtin_function_or_method' and '_io.TextIOWrapper'. Did you mean "print(<message>, file=<output_stream>)"?
print(attempt(lambda: print >> 3))  # expect: unsupported operand type(s) for >>: 'builtin_function_or_method' and 'int'. Did you mean "print(<message>, file=<output_stream>)"?
print(attempt(lambda: print << 3))  # expect: unsupported operand type(s) for <<: 'builtin_function_or_method' and 'int'
print(attempt(lambda: len >> 3))  # expect: unsupported operand type(s) for >>: 'builtin_function_or_method' and 'int'
print(attempt(lambda: 3 >> print))  # expect: unsupported operand type(s) for >>: 'int' and 'builtin_function_or_method'
print(attempt(in_place))  # expect: unsupported operand type(s) for >>=: 'builtin_function_or_method' and '_io.TextIOWrapper'
