# Which classes are sequences and mappings to patterns.
import array
import collections
import collections.abc
import types


def kind(x):
    match x:
        case [*_]:
            return 'sequence'
        case {}:
            return 'mapping'
        case _:
            return 'neither'


class Plain:
    def __len__(self): return 0
    def __getitem__(self, i): raise IndexError
    def keys(self): return ()


class Seq(collections.abc.Sequence):
    __len__ = Plain.__len__
    __getitem__ = Plain.__getitem__


class MutSeq(collections.abc.MutableSequence):
    __len__ = Plain.__len__
    __getitem__ = __setitem__ = __delitem__ = insert = Plain.__getitem__


class Map(collections.abc.Mapping):
    __len__ = Plain.__len__
    __getitem__ = Plain.__getitem__
    def __iter__(self): return iter(())


class MutMap(collections.abc.MutableMapping):
    __len__ = Plain.__len__
    __getitem__ = __setitem__ = __delitem__ = Plain.__getitem__
    def __iter__(self): return iter(())


class Sub(Seq): pass
class SubSub(Sub): pass
class SubMap(MutMap): pass
class Str(str): pass
class Bytes(bytes): pass
class ByteArray(bytearray): pass
class List(list): pass
class Tuple(tuple): pass
class Dict(dict): pass
class Deque(collections.deque): pass
class Array(array.array): pass
class SetLike(collections.abc.Set):
    __len__ = Plain.__len__
    __contains__ = None
    def __iter__(self): return iter(())


for x in (Plain(), Seq(), MutSeq(), Map(), MutMap(), Sub(), SubSub(), SubMap(), Str(), Bytes(), ByteArray(), List(), Tuple(), Dict(), Deque(),
          Array('b'), SetLike(), [], (), range(0), memoryview(b''), array.array('i'), collections.deque(), {}, types.MappingProxyType({}),
          collections.OrderedDict(), collections.defaultdict(int), collections.Counter(), collections.ChainMap(), collections.UserDict(),
          collections.UserList(), collections.UserString(''), set(), frozenset(), '', b'', bytearray(), {}.keys(), {}.values(), {}.items(),
          iter([]), int, None, 0, object(), types.SimpleNamespace(), collections, kind):
    print(type(x).__name__, kind(x))
# expect: Plain neither
# expect: Seq sequence
# expect: MutSeq sequence
# expect: Map mapping
# expect: MutMap mapping
# expect: Sub sequence
# expect: SubSub sequence
# expect: SubMap mapping
# expect: Str neither
# expect: Bytes neither
# expect: ByteArray neither
# expect: List sequence
# expect: Tuple sequence
# expect: Dict mapping
# expect: Deque sequence
# expect: Array sequence
# expect: SetLike neither
# expect: list sequence
# expect: tuple sequence
# expect: range sequence
# expect: memoryview sequence
# expect: array sequence
# expect: deque sequence
# expect: dict mapping
# expect: mappingproxy mapping
# expect: OrderedDict mapping
# expect: defaultdict mapping
# expect: Counter mapping
# expect: ChainMap mapping
# expect: UserDict mapping
# expect: UserList sequence
# expect: UserString sequence
# expect: set neither
# expect: frozenset neither
# expect: str neither
# expect: bytes neither
# expect: bytearray neither
# expect: dict_keys neither
# expect: dict_values neither
# expect: dict_items neither
# expect: list_iterator neither
# expect: type neither
# expect: NoneType neither
# expect: int neither
# expect: object neither
# expect: SimpleNamespace neither
# expect: module neither
# expect: function neither


class Parent: pass
class Child(Parent): pass
class GrandChild(Child): pass


print(kind(Parent()), kind(Child()), kind(GrandChild()))  # expect: neither neither neither
print(collections.abc.Sequence.register(Parent) is Parent)  # expect: True
class Late(GrandChild): pass
print(kind(Parent()), kind(Child()), kind(GrandChild()), kind(Late()))  # expect: sequence sequence sequence sequence


class Other: pass
class Both(Other, Parent): pass
class Both2(Parent, Other): pass


print(kind(Other()), kind(Both()), kind(Both2()))  # expect: neither sequence sequence
collections.abc.Mapping.register(Other)
class Both3(Other, Parent): pass
class Both4(Parent, Other): pass
print(kind(Other()), kind(Both3()), kind(Both4()))  # expect: mapping mapping sequence


@collections.abc.MutableSequence.register
class Decorated: pass


print(kind(Decorated()))  # expect: sequence


class OwnAbc(collections.abc.Mapping): pass


class Registered: pass


OwnAbc.register(Registered)
print(kind(Registered()), isinstance(Registered(), collections.abc.Mapping))  # expect: mapping True


class Unrelated(metaclass=type(collections.abc.Sequence)): pass


Unrelated.register(Plain)
print(kind(Plain()))  # expect: neither
collections.abc.Sequence.register(Str)
print(kind(Str()), kind(''))  # expect: neither neither
collections.abc.Sequence.register(str)
collections.abc.Mapping.register(list)
collections.abc.Sequence.register(dict)
print(kind(''), kind([]), kind({}), kind(Str()))  # expect: neither sequence mapping neither
class M1(collections.UserDict, collections.abc.Sequence): pass
class M2(Plain, collections.UserDict, list): pass
class M3(dict, collections.abc.Sequence): pass
class S1(collections.UserList, collections.abc.Mapping): pass
class S2(list, Plain, collections.abc.Mapping): pass
class S3(collections.UserList, dict): pass
print(kind(M1()), kind(M2()), kind(M3()), kind(S1()), kind(S2()), kind(S3()))  # expect: mapping mapping mapping sequence sequence sequence
class Iterable(collections.abc.Iterable):
    def __iter__(self): return iter(())
class Collection(Iterable, collections.abc.Collection):
    __len__ = Plain.__len__
    __contains__ = None
class Reversible(Iterable, collections.abc.Reversible):
    __reversed__ = None
print(kind(Iterable()), kind(Collection()), kind(Reversible()))  # expect: neither neither neither
Made = collections.abc.ABCMeta('Made', (collections.abc.Sequence,), {'__len__': Plain.__len__, '__getitem__': None}) if hasattr(collections.abc, 'ABCMeta') else type(collections.abc.Sequence)('Made', (collections.abc.Sequence,), {'__len__': Plain.__len__, '__getitem__': None})
print(kind(Made()))  # expect: sequence
