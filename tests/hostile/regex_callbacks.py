# Functions called in the middle of sub() that change what is being worked on.
import gc
import re

data = bytearray(b'abcabc')


def grow(m):
    try:
        data.extend(b'x' * 1000)
    except BufferError as e:
        return str(e).encode()[:8]
    return b''


print(re.sub(b'b', grow, data)[:20] != b'')  # expect: True
data = bytearray(b'abcabc')


def clear(m):
    try:
        del data[:]
    except BufferError:
        return b'-'
    return b'+'


print(re.sub(b'b', clear, data))  # expect: b'a-ca-c'
found = re.match(b'abc', data)
del data[:]
print(found.group(), found.groups(), found.regs)  # expect: b'' () ((0, 3),)

pattern = re.compile('(a)(b)?')


def again(m):
    gc.collect()
    re.purge()
    inner = pattern.sub(lambda n: n.group(1) * 2, m.string)
    return '<%s>' % inner


print(pattern.sub(again, 'xab'))  # expect: x<xaa>


def explode(m):
    raise KeyError(m.group())


try:
    pattern.sub(explode, 'xab')
except KeyError as e:
    print('KeyError', e)  # expect: KeyError 'ab'


class Item:
    def __call__(self, m):
        del Item.__call__
        return 'x'


try:
    print(re.sub('a', Item(), 'aa'))
except TypeError as e:
    print(e)  # expect: 'Item' object is not callable


class Name(str):
    def __hash__(self):
        pattern.sub('x', 'aaa')
        return str.__hash__(self)

    def __eq__(self, other):
        return str.__eq__(self, other)


m = re.match('(?P<x>a)', 'a')
print(m.group(Name('x')))  # expect: a


class Index:
    def __index__(self):
        global pattern
        pattern = None
        gc.collect()
        return 0


print(pattern.findall('aba', Index()))  # expect: [('a', 'b'), ('a', '')]


class Codes(list):
    pass


import _sre


class Number(int):
    def __index__(self):
        codes.clear()
        return 1


codes = [Number(19), Number(97), Number(1)]
print(_sre.compile('a', 0, codes, 0, {}, [None]).match('a').span())  # expect: (0, 1)
scanner = re.compile(b'a').scanner(bytearray(b'aaa'))
data = bytearray(b'aaa')
scanner = re.compile(b'a').scanner(data)
try:
    data.append(1)
except BufferError:
    print('held')  # expect: held
del scanner
data.append(1)
print(len(data))  # expect: 4
sys_names = ['re', 'sre_parse', 'sre_compile']
import sys
p = re.compile('(a)')
for name in sys_names:
    sys.modules[name] = None
try:
    p.sub(r'\1', 'a')
except ImportError as e:
    print(type(e).__name__)  # expect: ModuleNotFoundError
