# The hash of an empty text or of no bytes is 0, of subclasses and from anywhere.
class Text(str):
    def __hash__(self):
        return super().__hash__()
class Bytes(bytes):
    pass
empty = (Text(''), Bytes(b''), '', b'', ''.join([]), b'x'[1:], memoryview(b''), str(b'', 'ascii'))
print([hash(x) for x in empty], str.__hash__(Text()), bytes.__hash__(Bytes()))  # expect: [0, 0, 0, 0, 0, 0, 0, 0] 0 0
d = {'': 1, 'a': 2}
print(d[''], d[Text('')], '' in d, {b'': 3}[Bytes(b'')], {'', Text('')}, {0: 1, '': 2}[''])  # expect: 1 1 True 3 {''} 2
class Equal:
    def __hash__(self):
        return 0
    def __eq__(self, other):
        return other == ''
print(d[Equal()], Equal() in {'': 1}, Equal() in {''}, Equal() in frozenset(['']))  # expect: 1 True True True
class C:
    pass
c = C()
setattr(c, '', 5)
print(getattr(c, ''), vars(c), hash(('',)) == hash((Text(),)), hash(frozenset([''])) == hash(frozenset([Text()])))  # expect: 5 {'': 5} True True
