# Files by pattern in a tree of folders.
import glob
import os

base = '_tree_%d' % os.getpid()
made = []
for name in ['a.py', 'b.py', 'c.txt', '.hidden', 'd/e.py', 'd/.f/g.py', 'd/h/i.py', '[x].py', 'd/h/j']:
    path = os.path.join(base, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    open(path, 'w').close()
    made.append(path)
os.chdir(base)
try:
    for pattern in ['*', '*.py', '?.py', '[ab].py', '[!a].py', '.*', 'd/*', '*/*.py', '*/*', 'd/.*', '**', '**/*.py', 'd/**', 'd/**/', '*/', 'nothing', 'a.py',
                    'd', 'd/', 'x*', '', './*.txt', '**/', '[[]x].py', 'd/h/../*', '**/h/*', '[x].py', '*/nothing']:
        print(repr(pattern), sorted(glob.glob(pattern)), sorted(glob.glob(pattern, recursive=True)))
    print(sorted(glob.glob(b'*.py')), glob.escape('a[b]*?.py'), glob.escape(b'[x]'), glob.glob(glob.escape('[x].py')))
    print(glob.has_magic('a*'), glob.has_magic('a'), next(glob.iglob('a.*')), sorted(glob.glob(os.path.join(os.getcwd(), 'a*')))[0] == os.path.abspath('a.py'))
    print(glob.glob0('.', 'a.py'), sorted(glob.glob1('.', '*.py')))
finally:
    os.chdir('..')
    for path in made:
        os.remove(path)
    for folder, _, _ in [(base + '/d/.f', 0, 0), (base + '/d/h', 0, 0), (base + '/d', 0, 0), (base, 0, 0)]:
        os.rmdir(folder)
