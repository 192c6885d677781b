"""Run modules found by name, and scripts found by path, as if they were the program."""

import importlib.machinery
import importlib.util
import io
import os
import sys
import types

from pkgutil import get_importer, read_code

__all__ = ['run_module', 'run_path']


class _TempModule:
    """A module in sys.modules for as long as the with statement runs."""

    def __init__(self, mod_name):
        self.mod_name = mod_name
        self.module = types.ModuleType(mod_name)
        self._before = []

    def __enter__(self):
        if self.mod_name in sys.modules:
            self._before.append(sys.modules[self.mod_name])
        sys.modules[self.mod_name] = self.module
        return self

    def __exit__(self, *exc_info):
        if self._before:
            sys.modules[self.mod_name] = self._before.pop()
        else:
            del sys.modules[self.mod_name]


class _ModifiedArgv0:
    """sys.argv[0] changed for as long as the with statement runs."""

    def __init__(self, value):
        self.value = value
        self._before = None

    def __enter__(self):
        self._before, sys.argv[0] = sys.argv[0], self.value

    def __exit__(self, *exc_info):
        sys.argv[0] = self._before


class _Error(Exception):
    """What is reported in one line, without a traceback."""


def _run_code(code, run_globals, init_globals=None, mod_name=None, mod_spec=None, pkg_name=None, script_name=None):
    """Run code in a namespace prepared as a module's."""
    if init_globals is not None:
        run_globals.update(init_globals)
    if mod_spec is None:
        loader, file, cached = None, script_name, None
    else:
        loader, file, cached = mod_spec.loader, mod_spec.origin, mod_spec.cached
        if pkg_name is None:
            pkg_name = mod_spec.parent
    run_globals.update(__name__=mod_name, __file__=file, __cached__=cached, __doc__=None, __loader__=loader,
                       __package__=pkg_name, __spec__=mod_spec)
    exec(code, run_globals)
    return run_globals


def _run_module_code(code, init_globals=None, mod_name=None, mod_spec=None, pkg_name=None, script_name=None):
    """Run code in a module of its own; what it has defined."""
    file = script_name if mod_spec is None else mod_spec.origin
    with _TempModule(mod_name) as temporary, _ModifiedArgv0(file):
        namespace = temporary.module.__dict__
        _run_code(code, namespace, init_globals, mod_name, mod_spec, pkg_name, script_name)
        # The module goes away and takes its namespace along.
        return namespace.copy()


def _warn_if_loaded(mod_name, pkg_name):
    present = sys.modules.get(mod_name)
    if present is not None and not hasattr(present, '__path__'):
        import warnings
        warnings.warn(RuntimeWarning(
            '{!r} found in sys.modules after import of package {!r}, but prior to execution of {!r}; this may result '
            'in unpredictable behaviour'.format(mod_name, pkg_name, mod_name)))


def _get_module_details(mod_name, error=ImportError):
    """(name, spec, code) of what shall run: a package's __main__ for a package."""
    if mod_name.startswith('.'):
        raise error('Relative module names not supported')
    pkg_name = mod_name.rpartition('.')[0]
    if pkg_name:
        try:
            __import__(pkg_name)
        except ImportError as e:
            # Only a missing part of the name itself is reported in one line.
            if e.name is None or e.name != pkg_name and not pkg_name.startswith(e.name + '.'):
                raise
        _warn_if_loaded(mod_name, pkg_name)
    try:
        spec = importlib.util.find_spec(mod_name)
    except (ImportError, AttributeError, TypeError, ValueError) as e:
        text = 'Error while finding module specification for {!r} ({}: {})'
        raise error(text.format(mod_name, type(e).__name__, e)) from e
    if spec is None:
        raise error('No module named %s' % mod_name)
    if spec.submodule_search_locations is not None:
        if mod_name == '__main__' or mod_name.endswith('.__main__'):
            raise error('Cannot use package as __main__ module')
        try:
            return _get_module_details(mod_name + '.__main__', error)
        except error as e:
            if mod_name not in sys.modules:
                raise
            raise error(('%s; %r is a package and cannot be directly executed') % (e, mod_name))
    loader = spec.loader
    if loader is None:
        raise error('%r is a namespace package and cannot be executed' % mod_name)
    try:
        code = loader.get_code(mod_name)
    except ImportError as e:
        raise error(format(e)) from e
    if code is None:
        raise error('No code object available for %s' % mod_name)
    return mod_name, spec, code


def _run_module_as_main(mod_name, alter_argv=True):
    """What the option -m does: the module runs in __main__ itself."""
    try:
        if alter_argv or mod_name != '__main__':
            mod_name, mod_spec, code = _get_module_details(mod_name, _Error)
        else:
            mod_name, mod_spec, code = _get_main_module_details(_Error)
    except _Error as error:
        sys.exit('%s: %s' % (sys.executable, error))
    if alter_argv:
        sys.argv[0] = mod_spec.origin or '<frozen {}>'.format(mod_spec.name)
    return _run_code(code, sys.modules['__main__'].__dict__, None, '__main__', mod_spec)


def run_module(mod_name, init_globals=None, run_name=None, alter_sys=False):
    """Run a module (of a package: its __main__); the globals it leaves.

    init_globals: what is there before; run_name: its __name__; alter_sys: also in sys.modules and sys.argv[0].
    """
    full_name, mod_spec, code = _get_module_details(mod_name)
    shown_name = full_name if run_name is None else run_name
    if not alter_sys:
        return _run_code(code, {}, init_globals, shown_name, mod_spec)
    return _run_module_code(code, init_globals, shown_name, mod_spec)


def _get_main_module_details(error=ImportError):
    # __main__ of a folder or zip file that stands first on sys.path; the running __main__ is put aside meanwhile.
    running = sys.modules.pop('__main__')
    try:
        return _get_module_details('__main__')
    except ImportError as e:
        if '__main__' in str(e):
            raise error("can't find '__main__' module in %r" % sys.path[0]) from e
        raise
    finally:
        sys.modules['__main__'] = running


def _get_code_from_file(run_name, fname):
    """(code, file name) of a script: bytecode or source."""
    with open(fname, 'rb') as file:
        code = read_code(file)
    if code is None:
        with open(fname, 'rb') as file:
            code = compile(file.read(), fname, 'exec')
    return code, fname


def run_path(path_name, init_globals=None, run_name=None):
    """Run a script, or the __main__ of a folder or zip file; the globals it leaves."""
    if run_name is None:
        run_name = '<run_path>'
    pkg_name = run_name.rpartition('.')[0]
    importer = get_importer(path_name)
    if importer is None:
        code, file = _get_code_from_file(run_name, path_name)
        return _run_module_code(code, init_globals, run_name, pkg_name=pkg_name, script_name=file)
    sys.path.insert(0, path_name)
    try:
        mod_name, mod_spec, code = _get_main_module_details()
        with _TempModule(run_name) as temporary, _ModifiedArgv0(path_name):
            namespace = temporary.module.__dict__
            return _run_code(code, namespace, init_globals, run_name, mod_spec, pkg_name).copy()
    finally:
        try:
            sys.path.remove(path_name)
        except ValueError:
            pass


if __name__ == '__main__':
    if len(sys.argv) < 2:
        print('No module specified for execution', file=sys.stderr)
    else:
        del sys.argv[0]
        _run_module_as_main(sys.argv[0])
