"""Characters by kind, and texts with places to fill in."""

import _string

__all__ = ['ascii_letters', 'ascii_lowercase', 'ascii_uppercase', 'capwords', 'digits', 'hexdigits', 'octdigits',
           'printable', 'punctuation', 'whitespace', 'Formatter', 'Template']

whitespace = ' \t\n\r\v\f'
ascii_lowercase = 'abcdefghijklmnopqrstuvwxyz'
ascii_uppercase = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
ascii_letters = ascii_lowercase + ascii_uppercase
digits = '0123456789'
hexdigits = digits + 'abcdef' + 'ABCDEF'
octdigits = '01234567'
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    """The words between separators capitalized; without a separator white space becomes single spaces."""
    return (sep or ' ').join(word.capitalize() for word in s.split(sep))


# ---------------------------------------------------------------------------------------------- $-templates

import re as _re
from collections import ChainMap as _ChainMap

# The delimiter, and behind it: itself, a name, a name in braces; anything else is wrong.
_TEMPLATE_PATTERN = (r'%(delim)s (?: (?P<escaped> %(delim)s ) | (?P<named> %(id)s ) | \{ (?P<braced> %(id)s ) \}'
                     r' | (?P<invalid>) )')


class _TemplateMetaclass(type):
    """Makes the pattern of every class from its delimiter and idpattern, unless it has its own."""

    pattern = _TEMPLATE_PATTERN

    def __init__(cls, name, bases, dct):
        super().__init__(name, bases, dct)
        if 'pattern' in dct:
            pattern = cls.pattern
        else:
            pattern = _TEMPLATE_PATTERN % {'delim': _re.escape(cls.delimiter), 'id': cls.idpattern}
        cls.pattern = _re.compile(pattern, cls.flags | _re.VERBOSE)


def _mapping_of(function, args, kws):
    # (self, mapping) of a call substitute(self, mapping={}, **kws); all names may be keywords.
    if not args:
        raise TypeError("descriptor '%s' of 'Template' object needs an argument" % function)
    self, args = args[0], args[1:]
    if len(args) > 1:
        raise TypeError('Too many positional arguments')
    if not args:
        return self, kws
    return self, _ChainMap(kws, args[0]) if kws else args[0]


class Template(metaclass=_TemplateMetaclass):
    """Text with $name and ${name} to fill in; $$ is a dollar sign."""

    delimiter = '$'
    # Names are ASCII: (?-i:...) keeps IGNORECASE from adding other letters.
    idpattern = r'(?-i:[_a-zA-Z][_a-zA-Z0-9]*)'
    flags = _re.IGNORECASE

    def __init__(self, template):
        self.template = template

    def _invalid(self, mo):
        place = mo.start('invalid')
        lines = self.template[:place].splitlines(keepends=True)
        column = place - len(''.join(lines[:-1])) if lines else 1
        raise ValueError('Invalid placeholder in string: line %d, col %d' % (len(lines) or 1, column))

    def substitute(*args, **kws):
        """Fill in all names from a mapping and keywords; KeyError for one that is missing."""
        self, mapping = _mapping_of('substitute', args, kws)
        return self._filled(lambda name, mo: str(mapping[name]), self._invalid)

    def safe_substitute(*args, **kws):
        """Fill in the names that are there; leave everything else."""
        self, mapping = _mapping_of('safe_substitute', args, kws)

        def value(name, mo):
            try:
                return str(mapping[name])
            except KeyError:
                return mo.group()
        return self._filled(value, lambda mo: mo.group())

    def _filled(self, value, wrong):
        # value: called with a name and its match, wrong: with a match that is no placeholder.
        def fill(mo):
            name = mo.group('named') or mo.group('braced')
            if name is not None:
                return value(name, mo)
            if mo.group('escaped') is not None:
                return self.delimiter
            if mo.group('invalid') is None:
                raise ValueError('Unrecognized named group in pattern', self.pattern)
            return wrong(mo)
        return self.pattern.sub(fill, self.template)

    def _placeholders(self):
        # (match, name): the name is None for what is no placeholder.
        for mo in self.pattern.finditer(self.template):
            name = mo.group('named') or mo.group('braced')
            if name is None and mo.group('escaped') is not None:
                continue
            if name is None and mo.group('invalid') is None:
                raise ValueError('Unrecognized named group in pattern', self.pattern)
            yield name

    def is_valid(self):
        """Whether substitute() finds nothing wrong with the placeholders."""
        return None not in self._placeholders()

    def get_identifiers(self):
        """The names of the placeholders, in the order of their first appearance."""
        return list(dict.fromkeys(name for name in self._placeholders() if name is not None))


class Formatter:
    """What str.format() does, in steps that subclasses may change."""

    def format(*args, **kwargs):
        """Fill in a format string from the arguments behind it."""
        if not args:
            raise TypeError("descriptor 'format' of 'Formatter' object needs an argument")
        self, args = args[0], args[1:]
        if args:
            format_string, args = args[0], args[1:]
        elif 'format_string' in kwargs:
            format_string = kwargs.pop('format_string')
            import warnings
            warnings.warn("Passing 'format_string' as keyword argument is deprecated", DeprecationWarning, stacklevel=2)
        else:
            raise TypeError("format() missing 1 required positional argument: 'format_string'")
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        """Fill in a format string from a sequence and a mapping."""
        used = set()
        result, _ = self._vformat(format_string, args, kwargs, used, 2)
        self.check_unused_args(used, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used_args, recursion_depth, auto_arg_index=0):
        # (text, number of the next field without a name). auto_arg_index is False once fields have numbers.
        if recursion_depth < 0:
            raise ValueError('Max string recursion exceeded')
        pieces = []
        for text, field, spec, conversion in self.parse(format_string):
            if text:
                pieces.append(text)
            if field is None:
                continue
            if field == '':
                if auto_arg_index is False:
                    raise ValueError('cannot switch from manual field specification to automatic field numbering')
                field = str(auto_arg_index)
                auto_arg_index += 1
            elif field.isdigit():
                if auto_arg_index:
                    raise ValueError('cannot switch from manual field specification to automatic field numbering')
                auto_arg_index = False
            value, first = self.get_field(field, args, kwargs)
            used_args.add(first)
            value = self.convert_field(value, conversion)
            spec, auto_arg_index = self._vformat(spec, args, kwargs, used_args, recursion_depth - 1, auto_arg_index)
            pieces.append(self.format_field(value, spec))
        return ''.join(pieces), auto_arg_index

    def get_value(self, key, args, kwargs):
        """The argument of a number or name."""
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        """Called with what was used; nothing here."""

    def format_field(self, value, format_spec):
        """Text of a value."""
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        """What !r, !s, !a make of a value."""
        if conversion is None:
            return value
        for letter, function in (('s', str), ('r', repr), ('a', ascii)):
            if conversion == letter:
                return function(value)
        raise ValueError('Unknown conversion specifier {0!s}'.format(conversion))

    def parse(self, format_string):
        """Cut a format string: (text in front, field name or None, format, conversion) each."""
        return _string.formatter_parser(format_string)

    def get_field(self, field_name, args, kwargs):
        """(value, first part of the name) of a field like '0.name[key]'."""
        first, rest = _string.formatter_field_name_split(field_name)
        value = self.get_value(first, args, kwargs)
        for is_attribute, name in rest:
            value = getattr(value, name) if is_attribute else value[name]
        return value, first
