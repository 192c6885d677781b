# Names of types, StrEnum, templates, wait statuses.
def error(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as e:
        return "%s: %s" % (type(e).__name__, e)


import enum
import os
import re
import string
import types
print(types.CellType.__name__, types.NoneType is type(None), types.EllipsisType is type(...), types.NotImplementedType is type(NotImplemented))  # expect: cell True True True
print(isinstance(object.__init__, types.WrapperDescriptorType), isinstance(object().__str__, types.MethodWrapperType))  # expect: True True
print(isinstance(str.join, types.MethodDescriptorType), isinstance(dict.__dict__['fromkeys'], types.ClassMethodDescriptorType))  # expect: True True


class Entries:
    def __mro_entries__(self, bases):
        return int, str


class Odd:
    def __mro_entries__(self, bases):
        return 5


bases = (int, str)
print(types.resolve_bases(bases) is bases, types.resolve_bases((float, Entries(), bytes)), types.resolve_bases(()))  # expect: True (<class 'float'>, <class 'int'>, <class 'str'>, <class 'bytes'>) ()
print(error(types.resolve_bases, (Odd(),)))  # expect: TypeError: __mro_entries__ must return a tuple
print(types.get_original_bases(bool), types.get_original_bases(type('C', (int,), {'__orig_bases__': ('x',)})))  # expect: (<class 'int'>,) ('x',)
print(error(types.get_original_bases, 5))  # expect: TypeError: Expected an instance of type, not 'int'


class Color(enum.StrEnum):
    RED = enum.auto()
    GREEN = 'grass'


print(str(Color.RED), '%s' % Color.GREEN, '{:>6}'.format(Color.GREEN), Color.RED + '!', Color('red') is Color.RED, Color.GREEN == 'grass')  # expect: red grass  grass red! True True
print(Color.RED.name, Color.RED.value, list(Color), isinstance(Color.RED, str), Color.RED.upper())  # expect: RED red [<Color.RED: 'red'>, <Color.GREEN: 'grass'>] True RED


def bad(value):
    class Bad(enum.StrEnum):
        x = value


print(error(bad, 5))  # expect: TypeError: 5 is not a string
print(re.Pattern is type(re.compile('')), re.Match is type(re.match('', '')), re.PatternError is re.error, re.NOFLAG == 0, bool(re.compile('a', re.NOFLAG)))  # expect: True True True True True
T = string.Template
print(T('$a ${b} $$ $a').get_identifiers(), T('$a ${b} $$').is_valid(), T('$a $').is_valid(), T('$').get_identifiers(), T('').is_valid())  # expect: ['a', 'b'] True False [] True
print(os.waitstatus_to_exitcode(0), os.waitstatus_to_exitcode(256 * 3), os.waitstatus_to_exitcode(9))  # expect: 0 3 -9
print(error(os.waitstatus_to_exitcode, 0x137f))  # expect: ValueError: process stopped by delivery of signal 19
print(os.process_cpu_count() == len(os.sched_getaffinity(0)))  # expect: True
