"""Enumerations: classes whose attributes are a fixed set of named, constant members."""

from _operator import and_ as _and_, attrgetter as _attrgetter, or_ as _or_, xor as _xor_
from types import DynamicClassAttribute, MappingProxyType
import sys

__all__ = ['EnumMeta', 'Enum', 'IntEnum', 'Flag', 'IntFlag', 'auto', 'unique', 'StrEnum']

# EnumMeta needs Enum and makes it.
Enum = None


def _is_descriptor(obj):
    return hasattr(obj, '__get__') or hasattr(obj, '__set__') or hasattr(obj, '__delete__')


def _has_marks(name, marks):
    size = len(marks)
    return (len(name) > 2 * size and name[:size] == marks == name[-size:]
            and name[size] != '_' and name[-size - 1] != '_')


def _is_dunder(name):
    return _has_marks(name, '__')


def _is_sunder(name):
    return _has_marks(name, '_')


def _unpicklable(cls):
    def __reduce_ex__(self, proto):
        raise TypeError('%r cannot be pickled' % self)
    cls.__reduce_ex__ = __reduce_ex__
    cls.__module__ = '<unknown>'


_auto_null = object()


class auto:
    """Stands for a value that the enumeration chooses."""

    value = _auto_null


class _EnumDict(dict):
    """The namespace of an enumeration's body: keeps the members' names in order and refuses to name one twice."""

    def __init__(self):
        super().__init__()
        self._member_names = []
        self._last_values = []

    def __setitem__(self, key, value):
        if _is_sunder(key):
            if key not in ('_order_', '_create_pseudo_member_', '_generate_next_value_', '_missing_'):
                raise ValueError('_names_ are reserved for future Enum use')
            if key == '_generate_next_value_':
                self._generate_next_value = value
        elif _is_dunder(key):
            key = '_order_' if key == '__order__' else key
        elif key in self._member_names:
            raise TypeError('Attempted to reuse key: %r' % key)
        elif not _is_descriptor(value):
            value = self._new_member(key, value)
        super().__setitem__(key, value)

    def _new_member(self, name, value):
        """Note a member; returns its value."""
        if name in self:
            raise TypeError('%r already defined as: %r' % (name, self[name]))
        if isinstance(value, auto):
            if value.value is _auto_null:
                value.value = self._generate_next_value(name, 1, len(self._member_names), self._last_values[:])
            value = value.value
        self._last_values.append(value)
        self._member_names.append(name)
        return value


class EnumMeta(type):
    """Metaclass for Enum"""

    @classmethod
    def __prepare__(metacls, cls, bases):
        namespace = _EnumDict()
        member_type, first_enum = metacls._get_mixins_(bases)
        if first_enum is not None:
            namespace['_generate_next_value_'] = getattr(first_enum, '_generate_next_value_', None)
        return namespace

    def __new__(metacls, cls, bases, classdict):
        # Members cannot be inherited from: only enumerations without members have subclasses.
        member_type, first_enum = metacls._get_mixins_(bases)
        new_method, save_new, use_args = metacls._find_new_(classdict, member_type, first_enum)
        members = {name: classdict[name] for name in classdict._member_names}
        for name in members:
            del classdict[name]
        order = classdict.pop('_order_', None)
        if 'mro' in members:
            raise ValueError('Invalid enum member name: mro')
        if '__doc__' not in classdict:
            classdict['__doc__'] = 'An enumeration.'

        enum_class = super().__new__(metacls, cls, bases, classdict)
        from collections import OrderedDict
        enum_class._member_names_ = []
        enum_class._member_map_ = OrderedDict()
        enum_class._member_type_ = member_type
        hiding = {name for klass in enum_class.mro() for name, value in klass.__dict__.items()
                  if isinstance(value, DynamicClassAttribute)}
        # Members by value, for the values that can be hashed.
        enum_class._value2member_map_ = {}
        metacls._keep_pickling(enum_class, classdict, member_type)

        for name, value in members.items():
            member = metacls._make_member(enum_class, value, new_method, use_args, member_type)
            member._name_ = name
            member.__objclass__ = enum_class
            member.__init__(*metacls._new_args(value, member_type))
            # A second name for a value is an alias.
            for canonical in enum_class._member_map_.values():
                if canonical._value_ == member._value_:
                    member = canonical
                    break
            else:
                enum_class._member_names_.append(name)
            # Class attributes are faster than __getattr__, but must not hide a property such as `name`.
            if name not in hiding:
                setattr(enum_class, name, member)
            enum_class._member_map_[name] = member
            try:
                enum_class._value2member_map_[member._value_] = member
            except TypeError:
                pass

        for name in ('__repr__', '__str__', '__format__', '__reduce_ex__'):
            class_method = getattr(enum_class, name)
            if first_enum is not None and getattr(member_type, name, None) is class_method:
                # The mixed-in type's own: Enum's wins.
                setattr(enum_class, name, getattr(first_enum, name))

        if Enum is not None:
            # From now on __new__ is a look-up by value.
            if save_new:
                enum_class.__new_member__ = new_method
            enum_class.__new__ = Enum.__new__

        if order is not None:
            if isinstance(order, str):
                order = order.replace(',', ' ').split()
            if order != enum_class._member_names_:
                raise TypeError('member order does not match _order_')
        return enum_class

    @staticmethod
    def _keep_pickling(enum_class, classdict, member_type):
        # A data type that does not pickle by itself would be restored without its value.
        if '__reduce_ex__' in classdict or member_type is object:
            return
        methods = ('__getnewargs_ex__', '__getnewargs__', '__reduce_ex__', '__reduce__')
        if not any(method in member_type.__dict__ for method in methods):
            _unpicklable(enum_class)

    @staticmethod
    def _new_args(value, member_type):
        args = value if isinstance(value, tuple) else (value,)
        return (args,) if member_type is tuple else args

    @classmethod
    def _make_member(metacls, enum_class, value, new_method, use_args, member_type):
        args = metacls._new_args(value, member_type)
        if use_args:
            member = new_method(enum_class, *args)
            if not hasattr(member, '_value_'):
                member._value_ = value if member_type is object else member_type(*args)
        else:
            member = new_method(enum_class)
            if not hasattr(member, '_value_'):
                member._value_ = value
        return member

    def __bool__(self):
        """Classes are always true, even without members."""
        return True

    def __call__(cls, value, names=None, *, module=None, qualname=None, type=None, start=1):
        """Color(3) finds a member by its value; Enum('Color', names='RED GREEN') makes a new enumeration.

        value: the value, or the name of the new enumeration; names: its members, as a str with spaces or commas, an
        iterable of names or of (name, value) pairs, or a mapping; module and qualname: where it can be found by
        pickle; type: a type to mix in; start: the first value.
        """
        if names is not None:
            return cls._create_(value, names, module=module, qualname=qualname, type=type, start=start)
        return cls.__new__(cls, value)

    def __delattr__(cls, attr):
        if attr in cls._member_map_:
            raise AttributeError("%s: cannot delete Enum member." % cls.__name__)
        super().__delattr__(attr)

    def __dir__(self):
        return ['__class__', '__doc__', '__members__', '__module__'] + self._member_names_

    def __getattr__(cls, name):
        """The member of that name; members that hide behind a property are only found here."""
        # Special names are asked for before there are members.
        if not _is_dunder(name) and name in cls._member_map_:
            return cls._member_map_[name]
        raise AttributeError(name)

    # An enumeration is a collection of its members, without the aliases.

    def __len__(cls):
        return len(cls._member_names_)

    def __iter__(cls):
        return map(cls._member_map_.__getitem__, cls._member_names_)

    def __reversed__(cls):
        return map(cls._member_map_.__getitem__, reversed(cls._member_names_))

    def __contains__(cls, member):
        return isinstance(member, cls) and member._name_ in cls._member_map_

    def __getitem__(cls, name):
        return cls._member_map_[name]

    @property
    def __members__(cls):
        """Returns a mapping of member name->value, with aliases, in the order of definition. It is read-only."""
        return MappingProxyType(cls._member_map_)

    def __repr__(cls):
        return "<enum %r>" % cls.__name__

    def __setattr__(cls, name, value):
        """Members cannot be assigned to."""
        if name in cls.__dict__.get('_member_map_', {}):
            raise AttributeError('Cannot reassign members.')
        super().__setattr__(name, value)

    def _create_(cls, class_name, names=None, *, module=None, qualname=None, type=None, start=1):
        """Make a new enumeration out of names."""
        metacls = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        first_enum = cls._get_mixins_(bases)[1]
        classdict = metacls.__prepare__(class_name, bases)

        if isinstance(names, str):
            names = names.replace(',', ' ').split()
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            pairs = []
            values = []
            for count, name in enumerate(names):
                value = first_enum._generate_next_value_(name, start, count, values[:])
                values.append(value)
                pairs.append((name, value))
            names = pairs
        for item in names:
            name, value = (item, names[item]) if isinstance(item, str) else item
            classdict[name] = value
        enum_class = metacls.__new__(metacls, class_name, bases, classdict)

        if module is None:
            try:
                module = sys._getframe(2).f_globals['__name__']
            except (AttributeError, ValueError, KeyError):
                pass
        if module is None:
            _unpicklable(enum_class)
        else:
            enum_class.__module__ = module
        if qualname is not None:
            enum_class.__qualname__ = qualname
        return enum_class

    @staticmethod
    def _get_mixins_(bases):
        """The data type mixed in and the enumeration inherited from."""
        if not bases:
            return object, Enum
        first_enum = bases[-1]
        for base in bases:
            if base is not Enum and issubclass(base, Enum) and base._member_names_:
                raise TypeError("Cannot extend enumerations")
        if not issubclass(first_enum, Enum):
            raise TypeError("new enumerations must be created as `ClassName([mixin_type,] enum_type)`")
        if not issubclass(bases[0], Enum):
            return bases[0], first_enum
        # All are enumerations: the data type is the first class of the order that is none.
        for base in bases[0].__mro__[:-1]:
            if not issubclass(base, Enum):
                return base, first_enum
        return object, first_enum

    @staticmethod
    def _find_new_(classdict, member_type, first_enum):
        """The __new__ for members, whether it is to be kept as __new_member__, whether it takes the value."""
        new_method = classdict.get('__new__')
        save_new = new_method is not None and first_enum is not None
        if new_method is None:
            plain = {None, None.__new__, object.__new__}
            if Enum is not None:
                plain.add(Enum.__new__)
            for attribute in ('__new_member__', '__new__'):
                for holder in (member_type, first_enum):
                    candidate = getattr(holder, attribute, None)
                    if candidate not in plain:
                        new_method = candidate
                        break
                if new_method is not None:
                    break
            else:
                new_method = object.__new__
        return new_method, save_new, new_method is not object.__new__


class Enum(metaclass=EnumMeta):
    """Generic enumeration. Derive from this class to define new enumerations."""

    def __new__(cls, value):
        # Members exist already: this finds one by value.
        if type(value) is cls:
            return value
        by_value = cls._value2member_map_
        try:
            known = value in by_value
        except TypeError:
            known = False
            for member in cls._member_map_.values():   # without a hash, each is asked
                if member._value_ == value:
                    return member
        return by_value[value] if known else cls._missing_(value)

    def _generate_next_value_(name, start, count, last_values):
        """The value for auto(): one more than the last number."""
        for last in reversed(last_values):
            try:
                return last + 1
            except TypeError:
                pass
        return start

    @classmethod
    def _missing_(cls, value):
        raise ValueError("%r is not a valid %s" % (value, cls.__name__))

    def __repr__(self):
        return "<%s.%s: %r>" % (self.__class__.__name__, self._name_, self._value_)

    def __str__(self):
        return "%s.%s" % (self.__class__.__name__, self._name_)

    def __dir__(self):
        added = [name for cls in self.__class__.mro() for name in cls.__dict__
                 if name[0] != '_' and name not in self._member_map_]
        return ['__class__', '__doc__', '__module__'] + added

    def __format__(self, format_spec):
        # The mixed-in type formats, if there is one: IntEnum members look like numbers.
        if self._member_type_ is object:
            return str.__format__(str(self), format_spec)
        return self._member_type_.__format__(self._value_, format_spec)

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    # Not plain properties: members may be called `name` and `value`.

    name = DynamicClassAttribute(_attrgetter('_name_'), doc="The name of the Enum member.")
    value = DynamicClassAttribute(_attrgetter('_value_'), doc="The value of the Enum member.")

    @classmethod
    def _convert(cls, name, module, filter, source=None):
        """Make an enumeration of the constants of a module that pass the filter, and put its members there."""
        module_globals = vars(sys.modules[module])
        source = vars(source) if source else module_globals
        members = [(key, source[key]) for key in source.keys() if filter(key)]
        try:
            members.sort(key=lambda item: (item[1], item[0]))
        except TypeError:
            members.sort(key=lambda item: item[0])
        made = cls(name, members, module=module)
        made.__reduce_ex__ = _reduce_ex_by_name
        module_globals.update(made.__members__, **{name: made})
        return made


class IntEnum(int, Enum):
    """An enumeration of ints."""


class StrEnum(str, Enum):
    """An enumeration of strs, whose members look like their values."""

    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError('too many arguments for str(): %r' % (values,))
        for value, what in zip(values, ('', 'encoding must be a string, not ', 'errors must be a string, not ')):
            if not isinstance(value, str):
                raise TypeError('%s%r' % (what, value) if what else '%r is not a string' % (value,))
        member = str.__new__(cls, *values)
        member._value_ = str(member)
        return member

    def _generate_next_value_(name, start, count, last_values):
        """The value for auto(): the name in lower case."""
        return name.lower()

    def __str__(self):
        return str.__str__(self)

    def __format__(self, format_spec):
        return str.__format__(self, format_spec)


def _reduce_ex_by_name(self, proto):
    return self.name


def _bit_operator(operation):
    # Method of flags: a combination with another flag of the same kind.
    def combine(self, other):
        kind = self.__class__
        return kind(operation(self._value_, other._value_)) if isinstance(other, kind) else NotImplemented
    combine.__name__ = '__%s__' % operation.__name__.rstrip('_')
    combine.__qualname__ = 'Flag.' + combine.__name__
    return combine


def _int_bit_operator(operation):
    # The same for flags that are ints, where the other may be any int.
    def combine(self, other):
        kind = self.__class__
        if not isinstance(other, (kind, int)):
            return NotImplemented
        return kind(operation(self._value_, kind(other)._value_))
    combine.__name__ = '__%s__' % operation.__name__.rstrip('_')
    combine.__qualname__ = 'IntFlag.' + combine.__name__
    return combine


class Flag(Enum):
    """Support for flags: members that combine with | & ^ ~."""

    def _generate_next_value_(name, start, count, last_values):
        """The value for auto(): the next power of two."""
        if not count:
            return start if start is not None else 1
        for last in reversed(last_values):
            try:
                return 2 ** last.bit_length()
            except Exception:
                raise TypeError('Invalid Flag value: %r' % last) from None

    @classmethod
    def _missing_(cls, value):
        wanted = ~value if value < 0 else value
        member = cls._create_pseudo_member_(wanted)
        return ~member if value < 0 else member

    @classmethod
    def _create_pseudo_member_(cls, value):
        """A member without a name for a combination of flags."""
        member = cls._value2member_map_.get(value)
        if member is None:
            if _decompose(cls, value)[1]:
                raise ValueError("%r is not a valid %s" % (value, cls.__name__))
            member = object.__new__(cls)
            member._name_ = None
            member._value_ = value
            member = cls._value2member_map_.setdefault(value, member)
        return member

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return other._value_ & self._value_ == other._value_

    def _flag_names(self):
        if self._name_ is not None:
            return self._name_
        members, uncovered = _decompose(self.__class__, self._value_)
        if len(members) == 1 and members[0]._name_ is None:
            return None
        return '|'.join([str(member._name_ or member._value_) for member in members])

    def __repr__(self):
        return '<%s.%s: %r>' % (self.__class__.__name__, Flag._flag_names(self) or _all_names(self), self._value_)

    def __str__(self):
        names = Flag._flag_names(self)
        if names is None:
            return '%s.%r' % (self.__class__.__name__, _decompose(self.__class__, self._value_)[0][0]._value_)
        return '%s.%s' % (self.__class__.__name__, names)

    def __bool__(self):
        return self._value_ != 0

    __or__, __and__, __xor__ = _bit_operator(_or_), _bit_operator(_and_), _bit_operator(_xor_)

    def __invert__(self):
        inverted = self.__class__(0)
        for member in self.__class__:
            if not (member._value_ & self._value_):
                inverted = inverted | member
        return inverted


def _all_names(flag):
    return '|'.join([str(member._name_ or member._value_) for member in _decompose(flag.__class__, flag._value_)[0]])


class IntFlag(int, Flag):
    """Flags that are ints: any int is a value, and they mix with ints."""

    @classmethod
    def _missing_(cls, value):
        if isinstance(value, int):
            return cls._create_pseudo_member_(value)
        raise ValueError("%r is not a valid %s" % (value, cls.__name__))

    @classmethod
    def _create_pseudo_member_(cls, value):
        member = cls._value2member_map_.get(value)
        if member is not None:
            return member
        # Members are made for the single bits that no flag covers, too: the largest first. A negative number has
        # no largest bit and stays whole.
        wanted = [value]
        rest = _decompose(cls, value)[1]
        while rest > 0:
            flag = 1 << (rest.bit_length() - 1)
            rest &= ~flag
            if flag not in cls._value2member_map_ and flag not in wanted:
                wanted.append(flag)
        for number in reversed(wanted):
            member = int.__new__(cls, number)
            member._name_ = None
            member._value_ = number
            member = cls._value2member_map_.setdefault(number, member)
        return member

    __or__ = __ror__ = _int_bit_operator(_or_)
    __and__ = __rand__ = _int_bit_operator(_and_)
    __xor__ = __rxor__ = _int_bit_operator(_xor_)

    def __invert__(self):
        return self.__class__(~self._value_)


def _high_bit(value):
    """returns index of highest bit, or -1 if value is zero or negative"""
    return value.bit_length() - 1


def unique(enumeration):
    """Class decorator for enumerations ensuring unique member values."""
    duplicates = ['%s -> %s' % (alias, member.name) for alias, member in enumeration.__members__.items()
                  if alias != member.name]
    if duplicates:
        raise ValueError('duplicate values found in %r: %s' % (enumeration, ', '.join(duplicates)))
    return enumeration


def _decompose(flag, value):
    """The members that make up the value, the largest first, and the bits that none of them covers."""
    rest = value
    negative = value < 0
    if negative:
        # Only known flags can be part of a negative value: it has infinitely many bits.
        candidates = [(member, number) for number, member in list(flag._value2member_map_.items())
                      if member.name is not None]
    else:
        candidates = [(member, number) for number, member in list(flag._value2member_map_.items())
                      if member.name is not None or _is_power_of_two(number)]
    members = []
    for member, number in candidates:
        if number and number & value == number:
            members.append(member)
            rest &= ~number
    if not members and value in flag._value2member_map_:
        members.append(flag._value2member_map_[value])
    members.sort(key=lambda member: member._value_, reverse=True)
    if len(members) > 1 and members[0].value == value:
        # The whole itself does not count among its parts.
        members.pop(0)
    return members, rest


def _is_power_of_two(value):
    return value >= 1 and value & (value - 1) == 0
