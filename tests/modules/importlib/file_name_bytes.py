# A file's name need not be UTF-8: modules and packages are found by what stands for its bytes in text.
import os, sys

folder = os.path.abspath("file_name_bytes_folder")
for _ in [os.mkdir(folder)]:
    inside = os.path.join(os.fsencode(folder), b'fold\xff')
    os.mkdir(inside)
    os.mkdir(os.path.join(inside, b'pack\xfe'))
    for name in (b'mod\xff.py', b'pack\xfe/__init__.py', b'pack\xfe/sub.py'):
        with open(os.path.join(inside, name), 'w') as file:
            file.write('answer = 42\n')
    os.mkdir(os.path.join(inside, b'space\xfd'))
    sys.path.insert(0, os.fsdecode(inside))
    sys.dont_write_bytecode = True
    for name in ('mod\udcff', 'pack\udcfe', 'pack\udcfe.sub', 'space\udcfd', 'mod\udcfe'):
        try:
            module = __import__(name, fromlist=['x'])
        except ImportError as error:
            print(ascii(str(error)))
            continue
        print(ascii(module.__name__), getattr(module, 'answer', None))
        if hasattr(module, '__file__'):
            print(ascii(module.__file__[len(folder):]), ascii(module.__spec__.origin[len(folder):]))
        if hasattr(module, '__path__'):
            print([ascii(path[len(folder):]) for path in module.__path__])
# expect: 'mod\udcff' 42
# expect: '/fold\udcff/mod\udcff.py' '/fold\udcff/mod\udcff.py'
# expect: 'pack\udcfe' 42
# expect: '/fold\udcff/pack\udcfe/__init__.py' '/fold\udcff/pack\udcfe/__init__.py'
# expect: ["'/fold\\udcff/pack\\udcfe'"]
# expect: 'pack\udcfe.sub' 42
# expect: '/fold\udcff/pack\udcfe/sub.py' '/fold\udcff/pack\udcfe/sub.py'
# expect: 'space\udcfd' None
# expect: ["'/fold\\udcff/space\\udcfd'"]
# expect: "No module named 'mod\\udcfe'"


def remove(path):
    for name in os.listdir(path):
        inner = os.path.join(path, name)
        if os.path.isdir(inner):
            remove(inner)
        else:
            os.remove(inner)
    os.rmdir(path)


remove(os.fsencode(folder))
