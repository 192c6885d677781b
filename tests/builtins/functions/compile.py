def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


code = compile('x = 1 + 2', 'name', 'exec')
print(type(code).__name__, code.co_filename, code.co_name, code.co_names, code.co_consts[-1])  # expect: code name <module> ('x',) 3
ns = {}
exec(code, ns)
print(ns['x'], eval(compile('x * 2', 'n', 'eval'), ns))  # expect: 3 6
exec(compile('x', 'n', 'single'), ns)  # expect: 3
exec(compile(b'# coding: latin-1\ny = "\xe9"', 'n', 'exec'), ns)
print(ns['y'])  # expect: é
print(attempt(lambda: compile('1 +', 'n', 'eval')))  # expect: SyntaxError: unexpected EOF while parsing (n, line 1)
print(attempt(lambda: compile('x = 1', 'n', 'eval')))  # expect: SyntaxError: invalid syntax (n, line 1)
print(attempt(lambda: compile('1', 'n', 'nope')))  # expect: ValueError: compile() mode must be 'exec', 'eval' or 'single'
print(attempt(lambda: compile('a\0b', 'n', 'exec')))  # expect: ValueError: source code string cannot contain null bytes
print(attempt(lambda: compile(5, 'n', 'exec')))  # expect: TypeError: compile() arg 1 must be a string, bytes or AST object
print(attempt(lambda: compile('1', 'n')))  # expect: TypeError: Required argument 'mode' (pos 3) not found
