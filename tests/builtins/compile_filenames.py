# The names that compile() and _symtable take for a file.
import _symtable
import warnings
class Path:
    def __init__(self, name):
        self.name = name
    def __fspath__(self):
        return self.name
def name_of(name):
    return compile('1', name, 'exec').co_filename
def table_of(name):
    return _symtable.symtable('1', name, 'exec').name
with warnings.catch_warnings(record=True) as told:
    warnings.simplefilter('always')
    for name in ('a\0b', b'a\0b', b'x\xffy', bytearray(b'q'), memoryview(b'r'), Path('p'), Path(b'p\xff'),
                 Path(bytearray(b'p')), Path(3), 3, None, Path('a\0'), '\ud800'):
        for use in (name_of, table_of):
            try:
                print(ascii(use(name)))
            except (TypeError, ValueError) as error:
                print(error)
    for warning in told:
        print(warning.category.__name__, warning.message)
# expect: embedded null character
# expect: embedded null character
# expect: embedded null character
# expect: embedded null character
# expect: 'x\udcffy'
# expect: 'top'
# expect: 'q'
# expect: 'top'
# expect: 'r'
# expect: 'top'
# expect: 'p'
# expect: 'top'
# expect: 'p\udcff'
# expect: 'top'
# expect: expected Path.__fspath__() to return str or bytes, not bytearray
# expect: expected Path.__fspath__() to return str or bytes, not bytearray
# expect: expected Path.__fspath__() to return str or bytes, not int
# expect: expected Path.__fspath__() to return str or bytes, not int
# expect: expected str, bytes or os.PathLike object, not int
# expect: expected str, bytes or os.PathLike object, not int
# expect: expected str, bytes or os.PathLike object, not NoneType
# expect: expected str, bytes or os.PathLike object, not NoneType
# expect: embedded null character
# expect: embedded null character
# expect: '\ud800'
# expect: 'top'
# expect: DeprecationWarning path should be string, bytes, or os.PathLike, not bytearray
# expect: DeprecationWarning path should be string, bytes, or os.PathLike, not bytearray
# expect: DeprecationWarning path should be string, bytes, or os.PathLike, not memoryview
# expect: DeprecationWarning path should be string, bytes, or os.PathLike, not memoryview
