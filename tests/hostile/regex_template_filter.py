# Templates that are not what re makes: lists changed behind the back of sub(), functions that only look alike.
import re

p = re.compile('(a)(b)?')
groups, pieces = template = re._compile_repl(r'<\1\2>', p)
print(p.sub(r'<\1\2>', 'ab a'))  # expect: <ab> <a>
pieces.append('tail')
print(p.sub(r'<\1\2>', 'ab'))  # expect: <ab>tail
pieces[0] = 5
try:
    p.sub(r'<\1\2>', 'ab')
except TypeError as e:
    print(e)  # expect: sequence item 0: expected str instance, int found
del pieces[:]
try:
    print(p.sub(r'<\1\2>', 'ab'))
except re.error as e:
    print(e)  # expect: invalid group reference 1
re.purge()
real = re._subx


def _subx(pattern, template):
    def filter(match, template=([(0, 99), (1, 'x')], [None, None])):
        return 'called'
    filter.__module__ = 're'
    filter.__qualname__ = '_subx.<locals>.filter'
    return filter


re._subx = _subx
print(p.sub(r'\1', 'ab'))  # expect: called
re._subx = lambda pattern, template: 'text'
print(p.sub(r'\1', 'ab'))  # expect: text
re._subx = lambda pattern, template: None
print(p.sub(r'\1', 'xab'))  # expect: x
re._subx = real
print(p.sub(r'\2\2', 'xab'), p.sub(r'\n', 'ab') == '\n', re.sub(b'(b)', rb'[\1]', bytearray(b'abc')))  # expect: xbb True b'a[b]c'
