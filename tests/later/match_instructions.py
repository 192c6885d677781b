# The instructions of patterns: what dis shows of them, and that they survive marshal.
import dis
import marshal
import opcode


def f(x):
    match x:
        case [1, a, *_]: return a
        case {'k': a, **b}: return a, b
        case complex(real=a, imag=b) | [a, b, _, _]: return a, b


NEW = ['GET_LEN', 'MATCH_MAPPING', 'MATCH_SEQUENCE', 'MATCH_KEYS', 'COPY_DICT_WITHOUT_KEYS', 'MATCH_CLASS', 'ROT_N']
print([name for name in NEW if opcode.opname[opcode.opmap[name]] == name])  # expect: ['GET_LEN', 'MATCH_MAPPING', 'MATCH_SEQUENCE', 'MATCH_KEYS', 'COPY_DICT_WITHOUT_KEYS', 'MATCH_CLASS', 'ROT_N']
print([dis.stack_effect(opcode.opmap[name], 5 if opcode.opmap[name] >= dis.HAVE_ARGUMENT else None) for name in NEW])  # expect: [1, 1, 1, 1, 0, -2, 0]
print(sorted({i.opname for i in dis.get_instructions(f)} & set(NEW)))  # expect: ['COPY_DICT_WITHOUT_KEYS', 'GET_LEN', 'MATCH_CLASS', 'MATCH_KEYS', 'MATCH_MAPPING', 'MATCH_SEQUENCE', 'ROT_N']
code = marshal.loads(marshal.dumps(f.__code__))
print(code == f.__code__)  # expect: True
g = type(f)(code, globals())
print(g([1, 2, 3]), g({'k': 1, 'l': 2}), g(3 + 4j), g([5, 6, 7, 8]), g(None))  # expect: 2 (1, {'l': 2}) (3.0, 4.0) (5, 6) None
# Nothing that 3.6 can say is compiled to anything new.
print({i.opname for i in dis.get_instructions(compile('x, (*y, z) = {**a}, [*b]\nfor i in c: del d[i]', '', 'exec'))} & set(NEW))  # expect: set()


def code_of(instructions, consts=(None,), stack=10):
    """A function of one argument from pairs of instructions and operands."""
    body = b''.join(bytes([opcode.opmap[name], arg]) for name, arg in instructions)
    t = type(f.__code__)
    return type(f)(t(1, 0, 1, stack, 67, body, consts, (), ('x',), 'made', 'made', 1, b''), {})


def attempt(instructions, *args, **more):
    try:
        print(code_of(instructions, **more)(*args))
    except Exception as e:
        print(type(e).__name__, str(e)[:60])


X = ('LOAD_FAST', 0)
RETURN = ('RETURN_VALUE', 0)
attempt([('GET_LEN', 0), RETURN], 1)  # expect: SystemError invalid bytecode: stack underflow
attempt([X, ('MATCH_KEYS', 0), RETURN], 1)  # expect: SystemError invalid bytecode: stack underflow
attempt([X, X, ('MATCH_CLASS', 0), RETURN], 1)  # expect: SystemError invalid bytecode: stack underflow
attempt([X, ('ROT_N', 2), RETURN], 1)  # expect: SystemError invalid bytecode: stack underflow
attempt([X, X, ('COPY_DICT_WITHOUT_KEYS', 0), RETURN], 1)  # expect: SystemError keys of a mapping pattern are no tuple
attempt([X, X, ('MATCH_KEYS', 0), RETURN], {})  # expect: SystemError keys of a mapping pattern are no tuple
attempt([X, ('LOAD_CONST', 0), X, ('MATCH_CLASS', 0), RETURN], 1, consts=(int,))  # expect: SystemError MATCH_CLASS without a tuple of names
attempt([X, ('LOAD_CONST', 0), ('LOAD_CONST', 1), ('MATCH_CLASS', 0), RETURN], 1, consts=(int, (1,)))  # expect: SystemError MATCH_CLASS without a tuple of names
attempt([X, ('LOAD_CONST', 0), ('LOAD_CONST', 1), ('MATCH_CLASS', 255), RETURN], 1, consts=(int, ()))  # expect: TypeError int() accepts 1 positional sub-pattern (255 given)
attempt([X, ('ROT_N', 0), ('ROT_N', 1), RETURN], 1)  # expect: 1
attempt([X] + [('LOAD_CONST', 0)] * 4 + [('ROT_N', 5), ('ROT_N', 5), ('BUILD_TUPLE', 5), RETURN], 1, consts=('c',))  # expect: ('c', 'c', 1, 'c', 'c')
attempt([('LOAD_CONST', i) for i in range(30)] + [('ROT_N', 30), ('ROT_N', 9), ('ROT_N', 4), ('BUILD_TUPLE', 30), RETURN], 1, consts=tuple(range(30)), stack=30)  # expect: (29, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 28, 20, 21, 22, 23, 27, 24, 25, 26)
attempt([X, ('MATCH_SEQUENCE', 0), ('ROT_TWO', 0), ('MATCH_MAPPING', 0), ('ROT_TWO', 0), ('GET_LEN', 0), ('BUILD_TUPLE', 4), RETURN], [1, 2])  # expect: (True, False, [1, 2], 2)
