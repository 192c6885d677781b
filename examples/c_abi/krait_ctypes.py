"""Krait inside CPython through ctypes: declarations are read from krait.h, errors become exceptions by their code.

    python3 krait_ctypes.py LIBKRAIT.so KRAIT.H
"""
import ctypes
import re
import subprocess
import sys

TYPES = {
    'int': ctypes.c_int, 'int32_t': ctypes.c_int32, 'uint32_t': ctypes.c_uint32, 'int64_t': ctypes.c_int64,
    'uint64_t': ctypes.c_uint64, 'size_t': ctypes.c_size_t, 'double': ctypes.c_double, 'void': None,
}
EXCEPTIONS = {
    'KRAIT_TYPE_ERROR': TypeError, 'KRAIT_VALUE_ERROR': ValueError, 'KRAIT_OVERFLOW_ERROR': OverflowError,
    'KRAIT_KEY_ERROR': KeyError, 'KRAIT_INDEX_ERROR': IndexError, 'KRAIT_ATTRIBUTE_ERROR': AttributeError,
    'KRAIT_NAME_ERROR': NameError, 'KRAIT_IMPORT_ERROR': ImportError, 'KRAIT_SYNTAX_ERROR': SyntaxError,
    'KRAIT_MEMORY_ERROR': MemoryError, 'KRAIT_RECURSION_ERROR': RecursionError, 'KRAIT_OS_ERROR': OSError,
    'KRAIT_ZERO_DIVISION_ERROR': ZeroDivisionError, 'KRAIT_RUNTIME_ERROR': RuntimeError,
}


class KraitError(Exception):
    """An exception without a class of its own here, or a limit."""


def declarations(header):
    """Text of the header as a plain C preprocessor leaves it."""
    command = ['cc', '-E', '-P', '-DKRAIT_NO_INCLUDES', '-DKRAIT_API=', '-x', 'c', header]
    return subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout.decode()


class Library:
    """The shared library with the types that the header declares."""

    def __init__(self, path, header):
        self.library = ctypes.CDLL(path)
        text = declarations(header)
        self.structs = {}
        self.codes = {int(number): name for name, number in re.findall(r'(KRAIT_\w+) = (\d+)', text)}
        self.callback = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p,
                                         ctypes.POINTER(ctypes.c_void_p), ctypes.c_size_t, ctypes.c_void_p)
        for body, name in re.findall(r'typedef struct krait_\w+ \{(.*?)\} (krait_\w+);', text, re.S):
            self.structs[name] = type(name, (ctypes.Structure,), {'_fields_': list(self.fields(body))})
        text = re.sub(r'typedef [^;{]*(\{.*?\})?[^;]*;|enum \w+ \{.*?\};', '', text, flags=re.S)
        self.functions = []
        for result, name, parameters in re.findall(r'([\w ]+\**)\s*\b(krait_\w+)\(((?:[^()]|\([^()]*\))*)\);', text):
            function = getattr(self.library, name)
            function.restype = self.type_of(result, result=True)
            parts = re.split(r',(?![^()]*\))', parameters)
            function.argtypes = [] if parameters.strip() == 'void' else [self.type_of(p) for p in parts]
            self.functions.append(name)

    def fields(self, body):
        for line in body.split(';'):
            line = line.strip()
            if line:
                kind, names = re.match(r'(.*?[\s*])(\w+(?:,\s*\w+)*)$', line, re.S).groups()
                for name in names.split(','):
                    yield name.strip(), self.type_of(kind)

    def type_of(self, text, result=False):
        if '(' in text or 'krait_write' in text or 'krait_callback' in text:
            return ctypes.c_void_p
        stars = text.count('*')
        word = text.replace('const', ' ').replace('*', ' ').split()[0]
        if word in self.structs:
            return ctypes.POINTER(self.structs[word]) if stars else self.structs[word]
        if stars == 0:
            return TYPES[word]
        if word == 'char' and stars == 1:
            return ctypes.c_char_p
        if stars == 1 and TYPES.get(word) and not result:
            return ctypes.POINTER(TYPES[word])
        return ctypes.POINTER(ctypes.c_void_p) if stars == 2 else ctypes.c_void_p


class Interpreter:
    """A Krait interpreter as a CPython object."""

    def __init__(self, library):
        self.api = library
        self.lib = library.library
        self.error = library.structs['krait_error']()
        self.callbacks = []
        self.handle = self.checked(self.lib.krait_new(None, self.error))

    def close(self):
        self.lib.krait_free(self.handle)
        self.handle = None

    def set_steps(self, steps):
        options = self.api.structs['krait_options']()
        self.lib.krait_options_init(options)
        options.limits.steps = steps
        self.checked(self.lib.krait_set_limits(self.handle, options.limits, self.error))

    def checked(self, result):
        if result:
            return result
        code = self.api.codes.get(self.error.code, '?')
        message = (self.error.message or b'').decode()
        name = (self.error.type or b'').decode()
        self.lib.krait_error_clear(self.error)
        if code in EXCEPTIONS:
            raise EXCEPTIONS[code](message)
        raise KraitError('%s: %s' % (name, message))

    def exec(self, source):
        data = source.encode()
        self.checked(self.lib.krait_exec(self.handle, data, len(data), None, self.error))

    def eval(self, source):
        data = source.encode()
        value = self.checked(self.lib.krait_eval(self.handle, data, len(data), None, self.error))
        try:
            return self.to_python(value)
        finally:
            self.lib.krait_release(value)

    def to_python(self, value):
        kind = self.text(self.lib.krait_type_name, value)
        numbers = {'int': (ctypes.c_int64, self.lib.krait_as_int), 'float': (ctypes.c_double, self.lib.krait_as_float),
                   'bool': (ctypes.c_int, self.lib.krait_as_bool)}
        if kind == 'NoneType':
            return None
        if kind in numbers:
            out = numbers[kind][0]()
            self.checked(numbers[kind][1](value, out, self.error))
            return bool(out.value) if kind == 'bool' else out.value
        if kind == 'str':
            return self.text(self.lib.krait_as_str, value)
        if kind in ('list', 'tuple'):
            return self.items(value)
        return self.text(self.lib.krait_text, value, 1)

    def text(self, function, value, *more):
        buffer = self.api.structs['krait_buffer']()
        self.checked(function(value, *more, buffer, self.error))
        data = ctypes.string_at(buffer.data, buffer.size).decode()
        self.lib.krait_buffer_free(buffer)
        return data

    def items(self, value):
        iterator = self.checked(self.lib.krait_iter(value, self.error))
        out, item = [], ctypes.c_void_p()
        while self.checked(self.lib.krait_next(iterator, item, self.error)) and item.value:
            out.append(self.to_python(item))
            self.lib.krait_release(item)
        self.lib.krait_release(iterator)
        return out

    def define(self, name, function):
        """Makes a CPython function that returns int callable from Krait."""
        error_type = ctypes.POINTER(self.api.structs['krait_error'])
        codes = {EXCEPTIONS[text]: number for number, text in self.api.codes.items() if text in EXCEPTIONS}

        def run(user, interp, args, count, error):
            error = ctypes.cast(error, error_type)
            try:
                return self.lib.krait_int(interp, function(*[self.to_python(args[i]) for i in range(count)]), error)
            except Exception as e:
                self.lib.krait_fail(error, codes.get(type(e), 1), str(e).encode())
                return None

        callback = self.api.callback(run)
        self.callbacks.append(callback)
        pointer = ctypes.cast(callback, ctypes.c_void_p)
        value = self.checked(self.lib.krait_function(self.handle, name.encode(), pointer, None, None, self.error))
        self.checked(self.lib.krait_set_global(self.handle, name.encode(), value, self.error))
        self.lib.krait_release(value)


def main(path, header):
    library = Library(path, header)
    print(40 < len(library.functions) < 60, 'krait_exec' in library.functions)
    python = Interpreter(library)
    python.exec('def f(n): return n * 2')
    print(python.eval('f(21), 2.5, "gr\u00fc\u00df", True, None, [1, [2]]'))
    for source in ('1 / 0', '{}["k"]', '[][1]', 'x', 'int("a")', '1 +', 'import nothing', 'open("f")', '"a" + 1',
                   'f(1, 2)', 'def g(): return g()\ng()', 'class E(KeyError): pass\nraise E("sub")', 'while True: pass'):
        python.set_steps(1000000)
        try:
            python.exec(source)
            print(source, 'went through')
        except Exception as e:
            print('%s: %s' % (type(e).__name__, e))
    python.set_steps(1000000)
    try:
        python.eval('2 ** 63')
    except OverflowError as e:
        print('OverflowError:', e)
    python.define('add', lambda a, b: a + b)
    print(python.eval('add(40, 2)'))
    try:
        python.exec('add(1)')
    except TypeError:
        print('TypeError from the callback')
    python.close()


if __name__ == '__main__':
    main(*sys.argv[1:])
