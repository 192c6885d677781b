def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


e = StopIteration(1, 2)
print(e.value, StopIteration().value, SystemExit().code, SystemExit(3).code, SystemExit(1, 2).code)  # expect: 1 None None 3 (1, 2)
o = OSError(2, 'No such', 'fn')
print(type(o).__name__, o.errno, o.strerror, o.filename, o.filename2, o.args)  # expect: FileNotFoundError 2 No such fn None (2, 'No such')
print(type(OSError(17, 'x')).__name__, type(OSError(13, '')).__name__, type(OSError(999, '')).__name__, type(IOError(32, 'p')).__name__)  # expect: FileExistsError PermissionError OSError BrokenPipeError
i = ImportError('m', name='n', path='p')
print(i.name, i.path, i.msg)  # expect: n p m
print(attempt(lambda: ImportError('m', foo=1)))  # expect: TypeError: 'foo' is an invalid keyword argument for this function
u = UnicodeDecodeError('utf-8', b'ab\xff', 2, 3, 'reason')
print(u, u.encoding, u.object, u.start, u.end, u.reason)  # expect: 'utf-8' codec can't decode byte 0xff in position 2: reason utf-8 b'ab\xff' 2 3 reason
print(UnicodeEncodeError('ascii', 'aé', 1, 2, 'r'), UnicodeEncodeError('ascii', 'aéé', 1, 3, 'r'), UnicodeTranslateError('é', 0, 1, 'r'))  # expect: 'ascii' codec can't encode character '\xe9' in position 1: r 'ascii' codec can't encode characters in position 1-2: r can't translate character '\xe9' in position 0: r
print(attempt(lambda: UnicodeDecodeError('x')))  # expect: TypeError: function takes exactly 5 arguments (1 given)
s = SyntaxError('msg', ('file', 3, 5, 'text'))
print(s.msg, s.filename, s.lineno, s.offset, s.text, s)  # expect: msg file 3 5 text msg (file, line 3)
print(attempt(lambda: Exception(a=1)))  # expect: TypeError: Exception does not take keyword arguments
print(attempt(lambda: StopIteration(x=1)))  # expect: TypeError: StopIteration does not take keyword arguments
e = Exception('a')
e.args = (1, 2)
print(e, e.args)  # expect: (1, 2) (1, 2)
e.extra = 5
print(e.__dict__, e.with_traceback(None) is e, e.__cause__, e.__context__, e.__suppress_context__, e.__traceback__)  # expect: {'extra': 5} True None None False None
def cause(v):
    e.__cause__ = v
print(attempt(lambda: cause(5)))  # expect: TypeError: exception cause must be None or derive from BaseException
def args(v):
    e.args = v
print(attempt(lambda: args(5)))  # expect: TypeError: 'int' object is not iterable
def trace(v):
    e.__traceback__ = v
print(attempt(lambda: trace(5)))  # expect: TypeError: __traceback__ must be a traceback or None
print(attempt(lambda: e.with_traceback(5)))  # expect: TypeError: __traceback__ must be a traceback or None
