# Every class of exceptions has __init__ on its own, most have __new__: a class that names one first finds them there.
class Base(Exception):
    def __init__(self, *args):
        print('Base.__init__')
        super().__init__(*args)
    def __new__(cls, *args):
        print('Base.__new__')
        return super().__new__(cls, *args)
for first in (ValueError, KeyError, LookupError, TypeError, OSError, PermissionError, ImportError, ModuleNotFoundError,
              StopIteration, SystemExit, SyntaxError, UnicodeError, Warning, RuntimeError, KeyboardInterrupt):
    made = type('Made', (first, Base) if issubclass(first, Exception) else (first,), {})
    print(first.__name__, repr(made('text')))
# expect: ValueError Made('text',)
# expect: KeyError Made('text',)
# expect: LookupError Made('text',)
# expect: TypeError Made('text',)
# expect: OSError Made('text',)
# expect: PermissionError Made('text',)
# expect: Base.__new__
# expect: ImportError Made('text',)
# expect: Base.__new__
# expect: ModuleNotFoundError Made('text',)
# expect: Base.__new__
# expect: StopIteration Made('text',)
# expect: SystemExit Made('text',)
# expect: Base.__new__
# expect: SyntaxError Made('text',)
# expect: UnicodeError Made('text',)
# expect: Warning Made('text',)
# expect: RuntimeError Made('text',)
# expect: KeyboardInterrupt Made('text',)
for cls in (BaseException, Exception, GeneratorExit, SystemExit, KeyboardInterrupt, KeyError, UnicodeDecodeError, TabError,
            ConnectionResetError, OSError, ZeroDivisionError):
    print(cls.__name__, '__init__' in vars(cls), '__new__' in vars(cls), cls.__init__)
# expect: BaseException True True <slot wrapper '__init__' of 'BaseException' objects>
# expect: Exception True True <slot wrapper '__init__' of 'Exception' objects>
# expect: GeneratorExit True True <slot wrapper '__init__' of 'GeneratorExit' objects>
# expect: SystemExit True False <slot wrapper '__init__' of 'SystemExit' objects>
# expect: KeyboardInterrupt True True <slot wrapper '__init__' of 'KeyboardInterrupt' objects>
# expect: KeyError True False <slot wrapper '__init__' of 'KeyError' objects>
# expect: UnicodeDecodeError True True <slot wrapper '__init__' of 'UnicodeDecodeError' objects>
# expect: TabError True False <slot wrapper '__init__' of 'TabError' objects>
# expect: ConnectionResetError True False <slot wrapper '__init__' of 'ConnectionResetError' objects>
# expect: OSError True True <slot wrapper '__init__' of 'OSError' objects>
# expect: ZeroDivisionError True True <slot wrapper '__init__' of 'ZeroDivisionError' objects>
class Quiet:
    def __setattr__(self, name, value):
        print('set', name)
class Error(Exception, Quiet):
    pass
error = Error()
error.x = 1
print(vars(error))  # expect: {'x': 1}
class Other(Exception):
    @classmethod
    def make(cls):
        return super().__init__()
try:
    Other.make()
except TypeError as error:
    print(error)  # expect: descriptor '__init__' of 'Exception' object needs an argument
try:
    ValueError.__init__(KeyError())
except TypeError as error:
    print(error)  # expect: descriptor '__init__' requires a 'ValueError' object but received a 'KeyError'
