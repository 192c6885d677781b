"""Every name of the reference is there."""
import collections

EXPECTED = '''
    deque defaultdict namedtuple UserDict UserList UserString Counter OrderedDict ChainMap Awaitable Coroutine
    AsyncIterable AsyncIterator AsyncGenerator Hashable Iterable Iterator Generator Reversible Sized Container
    Callable Collection Set MutableSet Mapping MutableMapping MappingView KeysView ItemsView ValuesView
    Sequence MutableSequence ByteString
'''.split()

print([name for name in EXPECTED if not hasattr(collections, name)])  # expect: []
print(len(EXPECTED))  # expect: 34
