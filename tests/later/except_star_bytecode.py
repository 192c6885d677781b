# The instructions of except* in code that no compiler made: refused, or an exception, never more.
from types import CodeType

NONE, ONE, LIST, EXCEPTION = range(4)
LOAD, POP, RETURN, SETUP, END, JUMP = 100, 1, 83, 121, 88, 110
MATCH, RAISE, APPEND, BUILD, RAISE_ONE, POP_EXCEPT, POP_BLOCK = 37, 38, 145, 103, 130, 89, 87


def run(*code):
    consts = (None, 1, 'list', ValueError('x'))
    try:
        made = CodeType(0, 0, 0, 30, 64, bytes(code), consts, (), (), 'made', 'made', 1, b'')
        return repr(eval(made))
    except Exception as error:
        return '%s: %s' % (type(error).__name__, error)


print(run(LOAD, NONE, LOAD, NONE, MATCH, 0, POP, 0, RETURN, 0))
print(run(LOAD, NONE, MATCH, 0, POP, 0, RETURN, 0))
print(run(LOAD, ONE, LOAD, EXCEPTION, BUILD, 1, LOAD, NONE, MATCH, 0, POP, 0, POP, 0, RETURN, 0))
print(run(LOAD, ONE, LOAD, EXCEPTION, LOAD, EXCEPTION, BUILD, 2, LOAD, NONE, MATCH, 0, POP, 0, POP, 0, RETURN, 0))
print(run(LOAD, ONE, LOAD, EXCEPTION, LOAD, ONE, BUILD, 2, LOAD, NONE, MATCH, 0, POP, 0, POP, 0, RETURN, 0))
print(run(LOAD, ONE, LOAD, EXCEPTION, LOAD, NONE, LOAD, ONE, BUILD, 3, RAISE, 0, RETURN, 0))
print(run(LOAD, ONE, LOAD, EXCEPTION, LOAD, NONE, BUILD, 2, RAISE, 0, RETURN, 0))
print(run(LOAD, ONE, LOAD, EXCEPTION, LOAD, EXCEPTION, BUILD, 2, RAISE, 0, RETURN, 0))
print(run(LOAD, ONE, LOAD, ONE, RAISE, 0, RETURN, 0))
print(run(RAISE, 0, LOAD, NONE, RETURN, 0))
# A list under a block; its handler appends to what is so far below.
for distance in range(0, 12):
    body = [BUILD, 0, LOAD, ONE, BUILD, 0, SETUP, 4, LOAD, EXCEPTION, RAISE_ONE, 1]
    handler = [POP, 0, APPEND, distance, POP, 0, POP_EXCEPT, 0, POP, 0, POP, 0, RETURN, 0]
    print(distance, run(*body, *handler))
# expect: SystemError: bad state of an except* clause
# expect: SystemError: invalid bytecode: stack underflow
# expect: SystemError: bad state of an except* clause
# expect: TypeError: catching classes that do not inherit from BaseException is not allowed
# expect: SystemError: bad state of an except* clause
# expect: SystemError: bad state of an except* clause
# expect: 1
# expect: ValueError: x
# expect: SystemError: bad state of an except* clause
# expect: SystemError: invalid bytecode: stack underflow
# expect: 0 SystemError: invalid bytecode: stack underflow
# expect: 1 SystemError: LIST_APPEND: bad argument to internal function
# expect: 2 SystemError: invalid bytecode: stack underflow
# expect: 3 SystemError: invalid bytecode: stack underflow
# expect: 4 SystemError: invalid bytecode: stack underflow
# expect: 5 []
# expect: 6 SystemError: LIST_APPEND: bad argument to internal function
# expect: 7 [ValueError('x',)]
# expect: 8 SystemError: invalid bytecode: stack underflow
# expect: 9 SystemError: invalid bytecode: stack underflow
# expect: 10 SystemError: invalid bytecode: stack underflow
# expect: 11 SystemError: invalid bytecode: stack underflow
