"""Show bytecode as text, or instruction by instruction.

Run as a script it shows a file's module level.
"""

import collections
import io
import sys
import types

from opcode import *
from opcode import __all__ as _opcodes_all

__all__ = ['code_info', 'dis', 'disassemble', 'distb', 'disco', 'findlinestarts', 'findlabels', 'show_code',
           'get_instructions', 'Instruction', 'Bytecode'] + _opcodes_all
del _opcodes_all

_have_code = (types.MethodType, types.FunctionType, types.CodeType, classmethod, staticmethod, type)

FORMAT_VALUE = opmap['FORMAT_VALUE']
_CONVERSIONS = ('', 'str', 'repr', 'ascii')

COMPILER_FLAG_NAMES = {
    1: 'OPTIMIZED',
    2: 'NEWLOCALS',
    4: 'VARARGS',
    8: 'VARKEYWORDS',
    16: 'NESTED',
    32: 'GENERATOR',
    64: 'NOFREE',
    128: 'COROUTINE',
    256: 'ITERABLE_COROUTINE',
    512: 'ASYNC_GENERATOR',
}


# ---------------------------------------------------------------------------------------------- what to look at

def _try_compile(source, name):
    """Code object of an expression or of statements."""
    try:
        return compile(source, name, 'eval')
    except SyntaxError:
        return compile(source, name, 'exec')


def _inner_code(x):
    # The object that has the instructions: of methods, functions, generators the one inside.
    for attribute in ('__func__', '__code__', 'gi_code', 'ag_code', 'cr_code'):
        if attribute in ('__func__', '__code__') or not hasattr(x, 'co_code'):
            x = getattr(x, attribute, x)
    return x


def _get_code_object(x):
    """Code object of a function, method, generator, string of source ..."""
    x = _inner_code(x)
    if isinstance(x, str):
        x = _try_compile(x, '<disassembly>')
    if hasattr(x, 'co_code'):
        return x
    raise TypeError("don't know how to disassemble %s objects" % type(x).__name__)


# ---------------------------------------------------------------------------------------------- code objects

def pretty_flags(flags):
    """Names of the bits of co_flags; bits without a name in hexadecimal."""
    names = []
    for bit in range(32):
        flag = 1 << bit
        if flags & flag:
            names.append(COMPILER_FLAG_NAMES.get(flag, hex(flag)))
            flags ^= flag
            if not flags:
                break
    else:
        names.append(hex(flags))
    return ', '.join(names)


def _format_code_info(co):
    lines = ['%-18s %s' % row for row in (
        ('Name:', co.co_name),
        ('Filename:', co.co_filename),
        ('Argument count:', co.co_argcount),
        ('Kw-only arguments:', co.co_kwonlyargcount),
        ('Number of locals:', co.co_nlocals),
        ('Stack size:', co.co_stacksize),
        ('Flags:', pretty_flags(co.co_flags)))]
    for title, items, form in (('Constants', co.co_consts, repr), ('Names', co.co_names, str),
                               ('Variable names', co.co_varnames, str), ('Free variables', co.co_freevars, str),
                               ('Cell variables', co.co_cellvars, str)):
        if items:
            lines.append(title + ':')
            lines += ['%4d: %s' % (index, form(item)) for index, item in enumerate(items)]
    return '\n'.join(lines)


def code_info(x):
    """What is known of a code object, as text of several lines."""
    return _format_code_info(_get_code_object(x))


def show_code(co, *, file=None):
    """Print code_info()."""
    print(code_info(co), file=file)


def findlinestarts(code):
    """Pairs (offset, line) of the instructions where lines start."""
    table = code.co_lnotab
    offset, line, last = 0, code.co_firstlineno, None
    for offset_step, line_step in zip(table[::2], table[1::2]):
        if offset_step:
            if line != last:
                yield offset, line
                last = line
            offset += offset_step
        line += line_step - 0x100 if line_step >= 0x80 else line_step
    if line != last:
        yield offset, line


# ---------------------------------------------------------------------------------------------- instructions

def _unpack_opargs(code):
    """Triples (offset, opcode, operand or None); EXTENDED_ARG is shown and counted into the operand behind it."""
    high = 0
    for offset in range(0, len(code), 2):
        op = code[offset]
        if op < HAVE_ARGUMENT:
            yield offset, op, None
            continue
        operand = code[offset + 1] | high
        high = operand << 8 if op == EXTENDED_ARG else 0
        yield offset, op, operand


def findlabels(code):
    """Offsets that jumps of the bytecode go to, in the order of the jumps."""
    labels = []
    for offset, op, operand in _unpack_opargs(code):
        if operand is None:
            continue
        if op in hasjrel:
            target = offset + 2 + operand
        elif op in hasjabs:
            target = operand
        else:
            continue
        if target not in labels:
            labels.append(target)
    return labels


_Instruction = collections.namedtuple('_Instruction', 'opname opcode arg argval argrepr offset starts_line is_jump_target')
for _name, _doc in (
        ('opname', 'Name of the instruction'),
        ('opcode', 'Its number'),
        ('arg', 'Its operand as a number, or None'),
        ('argval', 'What the operand stands for, or the operand'),
        ('argrepr', 'Text for what the operand stands for'),
        ('offset', 'Where the instruction is in the bytecode'),
        ('starts_line', 'Line that starts here, or None'),
        ('is_jump_target', 'Whether another instruction jumps here')):
    getattr(_Instruction, _name).__doc__ = _doc
del _name, _doc


class Instruction(_Instruction):
    """One instruction: opname, opcode, arg, argval, argrepr, offset, starts_line, is_jump_target."""

    def _disassemble(self, lineno_width=3, mark_as_current=False):
        """The line of a listing; lineno_width 0: without line numbers."""
        parts = []
        if lineno_width:
            parts.append('' if self.starts_line is None else '%d' % self.starts_line)
            parts[0] = parts[0].rjust(lineno_width)
        parts += ['-->' if mark_as_current else '   ', '>>' if self.is_jump_target else '  ', '%4d' % self.offset,
                  self.opname.ljust(20)]
        if self.arg is not None:
            parts.append('%5d' % self.arg)
            if self.argrepr:
                parts.append('(%s)' % self.argrepr)
        return ' '.join(parts).rstrip()


def _get_const_info(const_index, const_list):
    value = const_index if const_list is None else const_list[const_index]
    return value, repr(value)


def _get_name_info(name_index, name_list):
    if name_list is None:
        return name_index, repr(name_index)
    name = name_list[name_index]
    return name, name


def _explain(op, arg, offset, varnames, names, constants, cells):
    # What an operand stands for, and its text.
    if arg is None:
        return None, ''
    if op in hasconst:
        return _get_const_info(arg, constants)
    if op in hasname:
        return _get_name_info(arg, names)
    if op in hasjrel:
        return offset + 2 + arg, 'to %d' % (offset + 2 + arg)
    if op in haslocal:
        return _get_name_info(arg, varnames)
    if op in hascompare:
        return cmp_op[arg], cmp_op[arg]
    if op in hasfree:
        return _get_name_info(arg, cells)
    if op == FORMAT_VALUE:
        conversion, with_format = _CONVERSIONS[arg & 3], bool(arg & 4)
        function = (None, str, repr, ascii)[arg & 3]
        words = [word for word in (conversion, 'with format' if with_format else '') if word]
        return (function, with_format), ', '.join(words)
    return arg, ''


def _get_instructions_bytes(code, varnames=None, names=None, constants=None, cells=None, linestarts=None, line_offset=0):
    """The instructions of a byte string, as far as the tables for operands are known."""
    labels = findlabels(code)
    line = None
    for offset, op, arg in _unpack_opargs(code):
        if linestarts is not None:
            line = linestarts.get(offset)
            if line is not None:
                line += line_offset
        value, text = _explain(op, arg, offset, varnames, names, constants, cells)
        yield Instruction(opname[op], op, arg, value, text, offset, line, offset in labels)


def _instructions_of(co, line_offset=0):
    return _get_instructions_bytes(co.co_code, co.co_varnames, co.co_names, co.co_consts, co.co_cellvars + co.co_freevars,
                                   dict(findlinestarts(co)), line_offset)


def get_instructions(x, *, first_line=None):
    """The instructions of a function, method, string of source or code object.

    first_line: line number to give to the first line instead of its own.
    """
    co = _get_code_object(x)
    return _instructions_of(co, 0 if first_line is None else first_line - co.co_firstlineno)


# ---------------------------------------------------------------------------------------------- listings

def _print_instructions(instructions, lasti, with_lines, file):
    for instruction in instructions:
        if with_lines and instruction.starts_line is not None and instruction.offset > 0:
            print(file=file)
        print(instruction._disassemble(3 if with_lines else 0, instruction.offset == lasti), file=file)


def _disassemble_bytes(code, lasti=-1, varnames=None, names=None, constants=None, cells=None, linestarts=None, *,
                       file=None, line_offset=0):
    instructions = _get_instructions_bytes(code, varnames, names, constants, cells, linestarts, line_offset)
    _print_instructions(instructions, lasti, bool(linestarts), file)


def disassemble(co, lasti=-1, *, file=None):
    """Print the instructions of a code object; the one at lasti is marked."""
    _print_instructions(_instructions_of(co), lasti, True, file)


disco = disassemble


def _disassemble_str(source, *, file=None):
    disassemble(_try_compile(source, '<dis>'), file=file)


def dis(x=None, *, file=None):
    """Print the instructions of a class, function, method, generator, code object, bytes or source.

    Without an argument: of the function where the last exception came from.
    """
    if x is None:
        distb(file=file)
        return
    x = _inner_code(x)
    if hasattr(x, '__dict__'):
        for name, member in sorted(x.__dict__.items()):
            if isinstance(member, _have_code):
                print('Disassembly of %s:' % name, file=file)
                try:
                    dis(member, file=file)
                except TypeError as error:
                    print('Sorry:', error, file=file)
                print(file=file)
        return
    if isinstance(x, (bytes, bytearray)):
        _disassemble_bytes(x, file=file)
    elif isinstance(x, str):
        _disassemble_str(x, file=file)
    elif hasattr(x, 'co_code'):
        disassemble(x, file=file)
    else:
        raise TypeError("don't know how to disassemble %s objects" % type(x).__name__)


def distb(tb=None, *, file=None):
    """Print the function at the end of a traceback (by default the last one printed), with the place marked."""
    if tb is None:
        try:
            tb = sys.last_traceback
        except AttributeError:
            raise RuntimeError('no last traceback to disassemble') from None
    while tb.tb_next:
        tb = tb.tb_next
    disassemble(tb.tb_frame.f_code, tb.tb_lasti, file=file)


class Bytecode:
    """The instructions of a piece of code: iterate over it, or ask for listings with dis() and info()."""

    def __init__(self, x, *, first_line=None, current_offset=None):
        self.codeobj = co = _get_code_object(x)
        self.first_line = co.co_firstlineno if first_line is None else first_line
        self._line_offset = self.first_line - co.co_firstlineno
        self._cell_names = co.co_cellvars + co.co_freevars
        self._linestarts = dict(findlinestarts(co))
        self._original_object = x
        self.current_offset = current_offset

    @classmethod
    def from_traceback(cls, tb):
        """The function at the end of a traceback, its place marked."""
        while tb.tb_next:
            tb = tb.tb_next
        return cls(tb.tb_frame.f_code, current_offset=tb.tb_lasti)

    def __iter__(self):
        return _instructions_of(self.codeobj, self._line_offset)

    def __repr__(self):
        return '{}({!r})'.format(type(self).__name__, self._original_object)

    def info(self):
        """What is known of the code object, as text."""
        return _format_code_info(self.codeobj)

    def dis(self):
        """The listing, as text."""
        lasti = -1 if self.current_offset is None else self.current_offset
        output = io.StringIO()
        _print_instructions(iter(self), lasti, True, output)
        return output.getvalue()


# ---------------------------------------------------------------------------------------------- as a script

_USAGE = 'usage: dis.py [-h] [infile]\n'
_HELP = _USAGE + '''
positional arguments:
  infile

optional arguments:
  -h, --help  show this help message and exit
'''


def _test():
    """Show the file of the command line, or standard input."""
    arguments = sys.argv[1:]
    if '-h' in arguments or '--help' in arguments:
        sys.stdout.write(_HELP)
        return
    if len(arguments) > 1:
        sys.stderr.write(_USAGE + 'dis.py: error: unrecognized arguments: %s\n' % ' '.join(arguments[1:]))
        sys.exit(2)
    name = arguments[0] if arguments and arguments[0] != '-' else '<stdin>'
    try:
        if name == '<stdin>':
            source = sys.stdin.read()
        else:
            with open(name, 'rb') as file:
                source = file.read()
    except OSError as error:
        sys.stderr.write(_USAGE + "dis.py: error: argument infile: can't open '%s': %s\n" % (name, error))
        sys.exit(2)
    dis(compile(source, name, 'exec'))


if __name__ == '__main__':
    _test()
