"""Where the interpreters are: KRAIT (the executable that is tested) and PYTHON36 (CPython 3.6, None where it is absent)."""
import glob
import os
import shutil
import subprocess

TESTS = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
KRAIT = os.path.abspath(os.environ.get('KRAIT') or os.path.join(TESTS, '..', 'build', 'release', 'krait'))


def is_reference(path):
    """A shim of pyenv may be in the way without leading anywhere: ask it."""
    try:
        done = subprocess.run([path, '-c', 'import sys; print(sys.version_info[:2], sys.implementation.name)'],
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=60)
    except OSError:
        return False
    return done.stdout.strip() == b'(3, 6) cpython'


def find_reference():
    pyenv = os.environ.get('PYENV_ROOT', os.path.expanduser('~/.pyenv'))
    candidates = [os.environ.get('PYTHON36'), shutil.which('python3.6')]
    candidates += sorted(glob.glob(os.path.join(pyenv, 'versions', '3.6.*', 'bin', 'python3.6')), reverse=True)
    return next((path for path in candidates if path and is_reference(path)), None)


PYTHON36 = find_reference()
