# Changes of os.environ reach the programs that are started; names are checked.
import os
import sys

os.environ['KRAIT_TEST_A'] = 'one'
os.putenv('KRAIT_TEST_B', 'two')
sys.stdout.flush()
os.system('echo "$KRAIT_TEST_A $KRAIT_TEST_B"')
del os.environ['KRAIT_TEST_A']
os.unsetenv('KRAIT_TEST_B')
os.system('echo "<$KRAIT_TEST_A$KRAIT_TEST_B>"')
os.environ['KRAIT_TEST_A'] = 'three'
sys.stdout.flush()
if os.fork() == 0:
    os.execv('/bin/sh', ['sh', '-c', 'echo $KRAIT_TEST_A'])
os.wait()
for f, arguments in ((os.putenv, ('a=b', 'c')), (os.putenv, ('a\0b', 'c')), (os.unsetenv, ('a=b',)), (os.unsetenv, ('',))):
    try:
        f(*arguments)
    except Exception as e:
        print(type(e).__name__, e)
# expect: one two
# expect: <>
# expect: three
# expect: ValueError illegal environment variable name


class Path:
    def __fspath__(self):
        return 1


for f in (os.stat, os.listdir, os.mkdir):
    try:
        f(Path())
    except TypeError as e:
        print(e)
# expect: ValueError embedded null byte
# expect: OSError [Errno 22] Invalid argument
# expect: OSError [Errno 22] Invalid argument
print(type(os.statvfs('/')).__module__)  # expect: stat: path should be string, bytes, os.PathLike or integer, not int

import warnings
warnings.simplefilter('ignore')
try:
    os.stat(bytearray(b'/no/such'))
except OSError as e:
    print(e.filename)
# expect: listdir: path should be string, bytes, os.PathLike, integer or None, not int
# expect: mkdir: path should be string, bytes or os.PathLike, not int
# expect: os
# expect: bytearray(b'/no/such')
