for cls in [Exception, ArithmeticError, ZeroDivisionError, OverflowError, LookupError, KeyError, IndexError, OSError, FileNotFoundError, IsADirectoryError, ConnectionResetError, UnicodeDecodeError, ValueError, RecursionError, NotImplementedError, ModuleNotFoundError, TabError, UnboundLocalError, StopAsyncIteration, GeneratorExit, SystemExit, KeyboardInterrupt, MemoryError, BlockingIOError, UnicodeWarning]:
    print(' < '.join(c.__name__ for c in cls.__mro__))
# expect: Exception < BaseException < object
# expect: ArithmeticError < Exception < BaseException < object
# expect: ZeroDivisionError < ArithmeticError < Exception < BaseException < object
# expect: OverflowError < ArithmeticError < Exception < BaseException < object
# expect: LookupError < Exception < BaseException < object
# expect: KeyError < LookupError < Exception < BaseException < object
# expect: IndexError < LookupError < Exception < BaseException < object
# expect: OSError < Exception < BaseException < object
# expect: FileNotFoundError < OSError < Exception < BaseException < object
# expect: IsADirectoryError < OSError < Exception < BaseException < object
# expect: ConnectionResetError < ConnectionError < OSError < Exception < BaseException < object
# expect: UnicodeDecodeError < UnicodeError < ValueError < Exception < BaseException < object
# expect: ValueError < Exception < BaseException < object
# expect: RecursionError < RuntimeError < Exception < BaseException < object
# expect: NotImplementedError < RuntimeError < Exception < BaseException < object
# expect: ModuleNotFoundError < ImportError < Exception < BaseException < object
# expect: TabError < IndentationError < SyntaxError < Exception < BaseException < object
# expect: UnboundLocalError < NameError < Exception < BaseException < object
# expect: StopAsyncIteration < Exception < BaseException < object
# expect: GeneratorExit < BaseException < object
# expect: SystemExit < BaseException < object
# expect: KeyboardInterrupt < BaseException < object
# expect: MemoryError < Exception < BaseException < object
# expect: BlockingIOError < OSError < Exception < BaseException < object
# expect: UnicodeWarning < Warning < Exception < BaseException < object
