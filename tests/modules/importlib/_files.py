"""Folders of modules for tests, gone at their end."""
import os
import sys


class Files:
    """`with Files({'name.py': source, 'folder/name.py': source}) as folder`; a source that is None makes a folder."""

    def __init__(self, files, name):
        self.files, self.folder = files, os.path.abspath('_made_' + name)

    def __enter__(self):
        self.write(self.files)
        sys.dont_write_bytecode = True
        sys.path.insert(0, self.folder)
        return self

    def write(self, files):
        for path, source in files.items():
            full = os.path.join(self.folder, path)
            os.makedirs(full if source is None else os.path.dirname(full), exist_ok=True)
            if source is not None:
                with open(full, 'w') as file:
                    file.write(source)

    def short(self, path):
        return path.replace(self.folder, 'HERE') if isinstance(path, str) else path

    def forget(self, *names):
        for name in names:
            sys.modules.pop(name, None)

    def __exit__(self, *exc_info):
        sys.path.remove(self.folder)
        remove(self.folder)


def remove(path):
    for name in os.listdir(path):
        inner = os.path.join(path, name)
        if os.path.isdir(inner):
            remove(inner)
        else:
            os.remove(inner)
    os.rmdir(path)


def attempt(call, *args, **kwargs):
    """Prints what a call gives, or its exception."""
    try:
        text = str(call(*args, **kwargs))
    except Exception as error:
        text = '%s: %s' % (type(error).__name__, error)
    print(text.replace(os.getcwd(), 'HERE'))
