# Hand-made bytecode that makes a function with free variables from a closure that is none: once a crash in setup_cells.
def outer():
    x = 1
    def inner():
        return x
    return inner
code = type(outer.__code__)
inner = [c for c in outer.__code__.co_consts if isinstance(c, code)][0]


def attempt(consts, raw):
    made = code(0, 0, 0, 8, 64, raw, consts, (), (), 'made', 'made', 1, b'')
    try:
        return eval(made)
    except SystemError:
        return 'refused'


# LOAD_CONST closure, code, name; MAKE_FUNCTION 8; CALL_FUNCTION 0; RETURN_VALUE
WITH_CLOSURE = bytes([100, 0, 100, 1, 100, 2, 132, 8, 131, 0, 83, 0])
# the same without a closure at all
WITHOUT = bytes([100, 1, 100, 2, 132, 0, 131, 0, 83, 0])
print(attempt((None, inner, 'f'), WITH_CLOSURE))  # expect: refused
print(attempt(((), inner, 'f'), WITH_CLOSURE))  # expect: refused
print(attempt(((1,), inner, 'f'), WITH_CLOSURE))  # expect: refused
print(attempt((None, inner, 'f'), WITHOUT))  # expect: refused
