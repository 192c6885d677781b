"""The instructions of the bytecode, by number and by what their operand means."""

from _opcode import stack_effect, _rows, _compare_operators

__all__ = ['cmp_op', 'hasconst', 'hasname', 'hasjrel', 'hasjabs', 'haslocal', 'hascompare', 'hasfree', 'opname', 'opmap',
           'HAVE_ARGUMENT', 'EXTENDED_ARG', 'hasnargs', 'stack_effect']

cmp_op = _compare_operators()

opmap = {}
opname = ['<%d>' % number for number in range(256)]


def _numbers(*kinds):
    return [number for number, name, kind in _rows() if kind in kinds]


for _number, _name, _kind in _rows():
    opname[_number] = _name
    opmap[_name] = _number

hasconst = _numbers('const')
hasname = _numbers('name')
hasjrel = _numbers('jrel')
hasjabs = _numbers('jabs')
haslocal = _numbers('local')
hascompare = _numbers('compare')
hasfree = _numbers('free')
hasnargs = []

HAVE_ARGUMENT = 90
EXTENDED_ARG = opmap['EXTENDED_ARG']

del _numbers, _number, _name, _kind
