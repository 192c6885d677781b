# Cached bytecode: made, used, made again, and refused when it is wrong.
import importlib
import importlib.util
import marshal
import os
import sys

here = '/tmp/_cache_test_%d' % os.getpid()
os.mkdir(here)
sys.path.insert(0, here)
tag = sys.implementation.cache_tag


def write(name, text, mtime=None):
    path = here + '/' + name
    with open(path, 'wb') as file:
        file.write(text if isinstance(text, bytes) else text.encode())
    if mtime:
        os.utime(path, (mtime, mtime))
    return path


def fresh(name):
    importlib.invalidate_caches()
    sys.modules.pop(name, None)
    try:
        return __import__(name)
    except Exception as error:
        return type(error).__name__ + ': ' + str(error).replace(here, 'HERE').replace(tag, 'TAG')


def listing(folder='__pycache__'):
    try:
        return sorted(name.replace(tag, 'TAG') for name in os.listdir(here + '/' + folder))
    except OSError as error:
        return type(error).__name__


def read(name):
    with open(here + '/__pycache__/%s.%s.pyc' % (name, tag), 'rb') as file:
        return file.read()


def remove(folder):
    for name in os.listdir(folder):
        path = folder + '/' + name
        if os.path.isdir(path):
            remove(path)
        else:
            os.remove(path)
    os.rmdir(folder)


sys.dont_write_bytecode = True
write('a.py', 'x = 1\ndef f(): return f.__code__.co_filename\n', 1000000000)
print(fresh('a').x, listing(), a.__cached__ if 'a' in globals() else None)
sys.dont_write_bytecode = False
module = fresh('a')
print(module.x, listing(), module.__cached__.replace(here, 'HERE').replace(tag, 'TAG'), module.__spec__.cached == module.__cached__)
data = read('a')
print(data[:4] == importlib.util.MAGIC_NUMBER, int.from_bytes(data[4:8], 'little'), int.from_bytes(data[8:12], 'little'))
print(oct(os.stat(here + '/__pycache__/a.%s.pyc' % tag).st_mode & 0o777))

# The cache is what runs: source of the same size and time is not looked at.
write('a.py', 'x = 2\ndef f(): return f.__code__.co_filename\n', 1000000000)
print(fresh('a').x, fresh('a').f().replace(here, 'HERE'))
# Another time or another size, and it is made again.
write('a.py', 'x = 3\ndef f(): return f.__code__.co_filename\n', 1000000001)
print(fresh('a').x, int.from_bytes(read('a')[4:8], 'little'))
write('a.py', 'x = 44\n', 1000000001)
print(fresh('a').x, int.from_bytes(read('a')[8:12], 'little'))

# Wrong caches.
cache = '__pycache__/a.%s.pyc' % tag
good = read('a')
for name, wrong in (('empty', b''), ('short', good[:7]), ('other magic', b'\x42\x0d\r\n' + good[4:]),
                    ('header', good[:12]), ('cut', good[:20]), ('garbage', good[:12] + b'\xff\xfe\xfd'),
                    ('no code', good[:12] + marshal.dumps(5))):
    write(cache, wrong)
    result = fresh('a')
    print(name, '->', result if isinstance(result, str) else result.x, read('a') == good)
write(cache, good[:12] + marshal.dumps(compile('x = 5', '<other file>', 'exec')))
print(fresh('a').x, fresh('a').__file__.replace(here, 'HERE'))

# A source file that is newer than anything.
write('big.py', 'x = 7', 2 ** 31 - 2)
print(fresh('big').x, fresh('big').x, int.from_bytes(read('big')[4:8], 'little'))

# Errors leave no cache.
write('bad.py', 'x = (', 1000000000)
print(fresh('bad'), 'bad.TAG.pyc' in listing())
write('raises.py', 'x = 1\n1/0', 1000000000)
print(fresh('raises'), 'raises.TAG.pyc' in listing())

# Packages.
os.mkdir(here + '/pkg')
write('pkg/__init__.py', 'y = 1')
write('pkg/sub.py', 'z = 2')
import pkg.sub
print(listing('pkg/__pycache__'), pkg.sub.z)

# Modules without source.
write('only.pyc', importlib.util.MAGIC_NUMBER + bytes(8) + marshal.dumps(compile('v = 9', 'elsewhere.py', 'exec')))
module = fresh('only')
print(module.v, module.__file__.replace(here, 'HERE'), module.__cached__ == module.__file__, type(module.__loader__).__name__)
print(module.__loader__.get_source('only'), module.__loader__.is_package('only'))
write('wrong1.pyc', b'\0\0\0\0' + bytes(8))
write('wrong2.pyc', importlib.util.MAGIC_NUMBER)
write('wrong3.pyc', importlib.util.MAGIC_NUMBER + bytes(5))
write('wrong4.pyc', importlib.util.MAGIC_NUMBER + bytes(8))
write('wrong5.pyc', importlib.util.MAGIC_NUMBER + bytes(8) + marshal.dumps('text'))
for n in range(1, 6):
    print(fresh('wrong%d' % n))
os.mkdir(here + '/pkc')
write('pkc/__init__.pyc', importlib.util.MAGIC_NUMBER + bytes(8) + marshal.dumps(compile('v = __path__', 'q', 'exec')))
print([path.replace(here, 'HERE') for path in fresh('pkc').v])
# A file in __pycache__ alone is nothing.
os.remove(here + '/a.py')
print(fresh('a'))
# No place for a cache.
write('plain.py', 'p = 1')
write('x', '')
remove(here + '/__pycache__')
write('__pycache__', 'a file')
print(fresh('plain').p, listing())
os.remove(here + '/__pycache__')
# No tag, no caches.
sys.implementation.cache_tag = None
write('untagged.py', 'u = 1')
module = fresh('untagged')
print(module.u, hasattr(module, '__cached__'), module.__spec__.cached, listing())
sys.implementation.cache_tag = tag
remove(here)
