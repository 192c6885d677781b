# The state of a StringIO can be put into one that was never initialised.
import io

for state in (('a\r\nb', '\n', 1, None), ('a\r\nb', None, 0, {'x': 1}), ('', '\r\n', 5, None)):
    s = io.StringIO.__new__(io.StringIO)
    s.__setstate__(state)
    print(repr(s.getvalue()), s.tell(), s.__dict__, repr(s.read()))
# expect: 'a\r\nb' 1 {} '\r\nb'
# expect: 'a\r\nb' 0 {'x': 1} 'a\r\nb'
# expect: '' 5 {} ''
s = io.StringIO('abc', newline=None)
s.close()
try:
    s.__setstate__(('x', '\n', 0, None))
except ValueError as error:
    print(error)  # expect: I/O operation on closed file
