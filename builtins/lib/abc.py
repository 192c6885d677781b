"""Abstract base classes: classes that other classes can be declared to implement."""

from _abc import match_like as _match_like
from _weakref import ref as _ref

# Bumped by every register(): a negative answer is only remembered for the count it was given at.
_invalidation_count = 0


def abstractmethod(funcobj):
    """Mark a method as abstract: a class that still has one cannot be instantiated."""
    funcobj.__isabstractmethod__ = True
    return funcobj


class abstractclassmethod(classmethod):
    """An abstract classmethod (deprecated: combine classmethod with abstractmethod)."""

    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractstaticmethod(staticmethod):
    """An abstract staticmethod (deprecated: combine staticmethod with abstractmethod)."""

    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractproperty(property):
    """An abstract property (deprecated: combine property with abstractmethod)."""

    __isabstractmethod__ = True


def _remember(weak, cls):
    # A set of weak references that cleans itself: the callback receives the dead reference.
    weak.add(_ref(cls, weak.discard))


class ABCMeta(type):
    """Metaclass of abstract base classes.

    A class can be declared a virtual subclass with register(); issubclass() and isinstance() then accept it
    although the abstract class is not in its method resolution order.
    """

    def __new__(mcls, name, bases, namespace, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        abstract = {key for key, value in namespace.items() if getattr(value, '__isabstractmethod__', False)}
        for base in bases:
            for key in getattr(base, '__abstractmethods__', ()):
                if getattr(getattr(cls, key, None), '__isabstractmethod__', False):
                    abstract.add(key)
        cls.__abstractmethods__ = frozenset(abstract)
        cls._abc_registry = set()
        cls._abc_cache = set()
        cls._abc_negative_cache = set()
        cls._abc_negative_cache_version = _invalidation_count
        return cls

    def register(cls, subclass):
        """Declare a class a virtual subclass of this one; usable as a decorator."""
        global _invalidation_count
        if not isinstance(subclass, type):
            raise TypeError("Can only register classes")
        if not issubclass(subclass, cls):
            if issubclass(cls, subclass):
                raise RuntimeError("Refusing to create an inheritance cycle")
            _invalidation_count += 1
            _remember(cls._abc_registry, subclass)
            _match_like(subclass, cls)
        return subclass

    def __instancecheck__(cls, instance):
        """isinstance(instance, cls)"""
        claimed = instance.__class__
        if _ref(claimed) in cls._abc_cache:
            return True
        actual = type(instance)
        if actual is claimed:
            if (cls._abc_negative_cache_version == _invalidation_count and
                    _ref(claimed) in cls._abc_negative_cache):
                return False
            return cls.__subclasscheck__(claimed)
        return cls.__subclasscheck__(claimed) or cls.__subclasscheck__(actual)

    def __subclasscheck__(cls, subclass):
        """issubclass(subclass, cls)"""
        key = _ref(subclass)
        if key in cls._abc_cache:
            return True
        if cls._abc_negative_cache_version != _invalidation_count:
            cls._abc_negative_cache = set()
            cls._abc_negative_cache_version = _invalidation_count
        elif key in cls._abc_negative_cache:
            return False
        answer = cls.__subclasshook__(subclass)
        if answer is NotImplemented:
            answer = cls._abc_decide(subclass)
        else:
            assert isinstance(answer, bool)
        _remember(cls._abc_cache if answer else cls._abc_negative_cache, subclass)
        return answer

    def _abc_decide(cls, subclass):
        if cls in getattr(subclass, '__mro__', ()):
            return True
        for weak in list(cls._abc_registry):
            registered = weak()
            if registered is not None and issubclass(subclass, registered):
                return True
        for child in cls.__subclasses__():
            if issubclass(subclass, child):
                return True
        return False

    def _dump_registry(cls, file=None):
        """Print what is registered and remembered, for debugging."""
        print("Class: %s.%s" % (cls.__module__, cls.__qualname__), file=file)
        print("Inv.counter: %s" % get_cache_token(), file=file)
        for name in sorted(cls.__dict__):
            if name.startswith("_abc_"):
                value = getattr(cls, name)
                if isinstance(value, set):
                    value = {weak() for weak in value}
                print("%s: %r" % (name, value), file=file)


class ABC(metaclass=ABCMeta):
    """Inherit from this to get ABCMeta as the metaclass."""

    __slots__ = ()


def get_cache_token():
    """A value that changes with every register(): equal tokens mean that cached answers still hold."""
    return _invalidation_count
