"""Compile what may be the beginning of a statement, as prompts need it."""

import __future__

_features = [getattr(__future__, name) for name in __future__.all_feature_names]

__all__ = ['compile_command', 'Compile', 'CommandCompiler']

PyCF_DONT_IMPLY_DEDENT = 0x200


def _try(compiler, source, filename, symbol):
    # (code, None) or (None, the SyntaxError).
    try:
        return compiler(source, filename, symbol), None
    except SyntaxError as error:
        return None, error


def _maybe_compile(compiler, source, filename, symbol):
    for line in source.split('\n'):
        line = line.strip()
        if line and not line.startswith('#'):
            break
    else:
        if symbol != 'eval':
            source = 'pass'   # nothing but comments: a whole statement
    code, wrong = _try(compiler, source, filename, symbol)
    # Text that is only not finished fails at another place when lines are added; wrong text fails the same way.
    one = _try(compiler, source + '\n', filename, symbol)
    two = _try(compiler, source + '\n\n', filename, symbol)
    if code:
        return code
    if not one[0] and repr(one[1]) == repr(two[1]):
        raise one[1]
    return None


def _compile(source, filename, symbol):
    return compile(source, filename, symbol, PyCF_DONT_IMPLY_DEDENT)


def compile_command(source, filename='<input>', symbol='single'):
    """The code object of a whole statement, None for the beginning of one; SyntaxError, ValueError and OverflowError
    for text that nothing can complete.
    """
    return _maybe_compile(_compile, source, filename, symbol)


class Compile:
    """Like compile(); remembers the __future__ statements it has seen."""

    def __init__(self):
        self.flags = PyCF_DONT_IMPLY_DEDENT

    def __call__(self, source, filename, symbol):
        code = compile(source, filename, symbol, self.flags, 1)
        for feature in _features:
            if code.co_flags & feature.compiler_flag:
                self.flags |= feature.compiler_flag
        return code


class CommandCompiler:
    """Like compile_command(); remembers the __future__ statements it has seen."""

    def __init__(self):
        self.compiler = Compile()

    def __call__(self, source, filename='<input>', symbol='single'):
        return _maybe_compile(self.compiler, source, filename, symbol)
