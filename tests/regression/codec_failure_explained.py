# An exception of a codec of a program's own names the codec, with the first one as cause.
import array
import codecs


class Own(Exception):
    def __init__(self, text, more):
        super().__init__(text)


def make(error):
    def fail(*args):
        raise error
    return codecs.CodecInfo(fail, fail, name='failing')


current = None
codecs.register(lambda name: make(current) if name.startswith('failing') else None)
for number, current in enumerate((RuntimeError('hello'), RuntimeError(), RuntimeError('a', 'b'), Own('x', 'y'), KeyError('k'))):
    for call in (lambda: 'x'.encode('failing%d' % number), lambda: b'x'.decode('failing%d' % number),
                 lambda: codecs.encode('x', 'failing%d' % number), lambda: codecs.decode('x', 'failing%d' % number)):
        try:
            call()
        except Exception as error:
            print(type(error).__name__, error, type(error.__cause__).__name__)
# expect: RuntimeError encoding with 'failing0' codec failed (RuntimeError: hello) RuntimeError
# expect: RuntimeError decoding with 'failing0' codec failed (RuntimeError: hello) RuntimeError
# expect: RuntimeError encoding with 'failing0' codec failed (RuntimeError: hello) RuntimeError
# expect: RuntimeError decoding with 'failing0' codec failed (RuntimeError: hello) RuntimeError
# expect: RuntimeError encoding with 'failing1' codec failed (RuntimeError: ) RuntimeError
# expect: RuntimeError decoding with 'failing1' codec failed (RuntimeError: ) RuntimeError
# expect: RuntimeError encoding with 'failing1' codec failed (RuntimeError: ) RuntimeError
# expect: RuntimeError decoding with 'failing1' codec failed (RuntimeError: ) RuntimeError
# expect: RuntimeError ('a', 'b') NoneType
# expect: RuntimeError ('a', 'b') NoneType
# expect: RuntimeError ('a', 'b') NoneType
# expect: RuntimeError ('a', 'b') NoneType
# expect: Own x NoneType
# expect: Own x NoneType
# expect: Own x NoneType
# expect: Own x NoneType
# expect: KeyError "encoding with 'failing4' codec failed (KeyError: 'k')" KeyError
# expect: KeyError "decoding with 'failing4' codec failed (KeyError: 'k')" KeyError
# expect: KeyError "encoding with 'failing4' codec failed (KeyError: 'k')" KeyError
# expect: KeyError "decoding with 'failing4' codec failed (KeyError: 'k')" KeyError
try:
    'x'.encode('hex')
except LookupError as error:
    print(error, error.__cause__)  # expect: 'hex' is not a text encoding; use codecs.encode() to handle arbitrary codecs None


class Number:
    def __int__(self):
        return 5


class Index:
    def __index__(self):
        return 5


print(array.array('b', [Number()]), array.array('Q', [Number()]))  # expect: array('b', [5]) array('Q', [5])
for code in 'bBhHiIlLqQ':
    try:
        array.array(code, [Index()])
    except TypeError as error:
        print(code, error)
# expect: b an integer is required (got type Index)
# expect: B an integer is required (got type Index)
# expect: h an integer is required (got type Index)
# expect: H an integer is required (got type Index)
# expect: i an integer is required (got type Index)
# expect: I an integer is required (got type Index)
# expect: l an integer is required (got type Index)
# expect: L an integer is required (got type Index)
# expect: q an integer is required (got type Index)
# expect: Q an integer is required (got type Index)
