"""Programs inside of an executable made by `krait freeze`: the archive behind the interpreter, and imports from it."""

import marshal
import sys

_Spec = type(sys.__spec__)


class Bundle:
    """Finder, and loader of every module of the archive. Paths are shown as if they lay below the executable."""

    def __init__(self, executable, offset, size):
        self._executable = executable
        self._files = {}
        with open(executable, 'rb') as file:
            file.seek(offset)
            index = file.read(size).decode()
        for line in index.splitlines():
            kind, start, length, path = line.split(' ', 3)
            self._files[path] = kind, int(start), int(length)

    def _path(self, name):
        base = name.replace('.', '/')
        for path in (base + '/__init__.py', base + '.py'):
            if path in self._files:
                return path
        return None

    def _read(self, path):
        kind, start, length = self._files[path]
        with open(self._executable, 'rb') as file:
            file.seek(start)
            return file.read(length)

    def find_spec(self, name, path=None, target=None):
        found = self._path(name)
        if found is None:
            return None
        package = found.endswith('/__init__.py')
        spec = _Spec(name, self, origin=self._executable + '/' + found, is_package=package)
        if package:
            spec.submodule_search_locations = [spec.origin[:-len('/__init__.py')]]
        return spec

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        spec = module.__spec__
        module.__file__ = spec.origin
        exec(self.get_code(spec.name), module.__dict__)

    def get_code(self, name):
        path = self._path(name)
        if path is None:
            raise ImportError("no module %r in the program" % name, name=name)
        return marshal.loads(self._read(path))

    def is_package(self, name):
        return (self._path(name) or '').endswith('/__init__.py')

    def get_source(self, name):
        return None

    def get_data(self, path):
        """Bytes of another file of the program; `path` begins with the executable's, as __file__ does."""
        lead = self._executable + '/'
        inside = path[len(lead):] if path.startswith(lead) else path
        if inside not in self._files:
            raise OSError("no file %r in the program" % path)
        return self._read(inside)


def _hook(kind, error, trace):
    """The frames that started the program are not the program's."""
    while trace is not None and trace.tb_frame.f_code.co_filename in ('<string>', run.__code__.co_filename):
        trace = trace.tb_next
    if error is not None:
        error.__traceback__ = trace
    sys.__excepthook__(kind, error, trace)


def run(executable, offset, size):
    bundle = Bundle(executable, offset, size)
    sys.frozen = True
    if sys.path and sys.path[0] == '':
        sys.path[0] = executable
    sys.meta_path.insert(0, bundle)
    main = sys.modules['__main__']
    main.__file__ = executable + '/__main__.py'
    main.__loader__ = bundle
    sys.excepthook = _hook
    exec(bundle.get_code('__main__'), main.__dict__)
