def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(eval('1 + 2'), eval(' 3'), eval('x', {'x': 5}), eval('x + y', {'x': 1}, {'y': 2}), exec('pass'))  # expect: 3 3 5 3 None
g = {}
exec('a = 1\ndef f(): return a + 1', g)
print(g['a'], g['f'](), '__builtins__' in g)  # expect: 1 2 True
l = {}
exec('b = 5', {}, l)
print(l)  # expect: {'b': 5}
print(attempt(lambda: eval('1 +')))  # expect: SyntaxError: unexpected EOF while parsing (<string>, line 1)
print(attempt(lambda: eval('x = 1')))  # expect: SyntaxError: invalid syntax (<string>, line 1)
print(attempt(lambda: eval('')))  # expect: SyntaxError: unexpected EOF while parsing (<string>, line 0)
print(attempt(lambda: eval(5)))  # expect: TypeError: eval() arg 1 must be a string, bytes or code object
print(attempt(lambda: eval('1', 5)))  # expect: TypeError: globals must be a dict
print(attempt(lambda: eval('1', {}, 5)))  # expect: TypeError: locals must be a mapping
print(attempt(lambda: exec('1', 5)))  # expect: TypeError: exec() globals must be a dict, not int
print(attempt(lambda: exec('undefined_name', {})))  # expect: NameError: name 'undefined_name' is not defined
print(attempt(lambda: exec('raise KeyError("k")')))  # expect: KeyError: 'k'
print(attempt(lambda: eval('a\0')))  # expect: ValueError: source code string cannot contain null bytes
def f():
    z = 10
    return eval('z + 1')
print(f(), eval('[i for i in range(3)]'), eval(b'7 * 6'), eval('\t 5 '), eval('lambda: 3')())  # expect: 11 [0, 1, 2] 42 5 3
class NS(dict):
    def __missing__(self, key):
        return key.upper()
print(eval('foo + bar', {}, NS()))  # expect: FOOBAR
