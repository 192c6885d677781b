# Exception groups: the constructor's rules, members, text, copies.
# (Written as 3.7 and later write the repr of an exception: without a comma before the parenthesis.)
import builtins
def print(*values, **options):
    builtins.print(*(str(value).replace(',)', ')') for value in values), **options)


def tried(function, *args, **keywords):
    try:
        return repr(function(*args, **keywords))
    except BaseException as error:
        return '%s: %s' % (type(error).__name__, error)


class MyGroup(ExceptionGroup):
    pass


class MyBaseGroup(BaseExceptionGroup):
    pass


class Mixed(BaseExceptionGroup, ValueError):
    pass


print(tried(ExceptionGroup))  # expect: TypeError: BaseExceptionGroup.__new__() takes exactly 2 arguments (0 given)
print(tried(ExceptionGroup, 'a'))  # expect: TypeError: BaseExceptionGroup.__new__() takes exactly 2 arguments (1 given)
print(tried(ExceptionGroup, 'a', [ValueError()], 3))  # expect: TypeError: BaseExceptionGroup.__new__() takes exactly 2 arguments (3 given)
print(tried(ExceptionGroup, message='a', exceptions=[ValueError()]))  # expect: TypeError: BaseExceptionGroup.__new__() takes exactly 2 arguments (0 given)
print(tried(ExceptionGroup, 'a', [ValueError()], x=1))  # expect: TypeError: ExceptionGroup() takes no keyword arguments
print(tried(ExceptionGroup, 1, [ValueError()]))  # expect: TypeError: BaseExceptionGroup.__new__() argument 1 must be str, not int
print(tried(ExceptionGroup, None, [ValueError()]))  # expect: TypeError: BaseExceptionGroup.__new__() argument 1 must be str, not None
print(tried(ExceptionGroup, 'a', 1))  # expect: TypeError: second argument (exceptions) must be a sequence
print(tried(ExceptionGroup, 'a', None))  # expect: TypeError: second argument (exceptions) must be a sequence
print(tried(ExceptionGroup, 'a', {ValueError()}))  # expect: TypeError: second argument (exceptions) must be a sequence
print(tried(ExceptionGroup, 'a', {}))  # expect: TypeError: second argument (exceptions) must be a sequence
print(tried(ExceptionGroup, 'a', []))  # expect: ValueError: second argument (exceptions) must be a non-empty sequence
print(tried(ExceptionGroup, 'a', ''))  # expect: ValueError: second argument (exceptions) must be a non-empty sequence
print(tried(ExceptionGroup, 'a', 'bc'))  # expect: ValueError: Item 0 of second argument (exceptions) is not an exception
print(tried(ExceptionGroup, 'a', [1]))  # expect: ValueError: Item 0 of second argument (exceptions) is not an exception
print(tried(ExceptionGroup, 'a', [ValueError(), ValueError]))  # expect: ValueError: Item 1 of second argument (exceptions) is not an exception
print(tried(ExceptionGroup, 'a', [KeyboardInterrupt()]))  # expect: TypeError: Cannot nest BaseExceptions in an ExceptionGroup
print(tried(BaseExceptionGroup, 'a', [KeyboardInterrupt()]))  # expect: BaseExceptionGroup('a', [KeyboardInterrupt()])
print(tried(BaseExceptionGroup, 'a', [KeyboardInterrupt(), ValueError()]))  # expect: BaseExceptionGroup('a', [KeyboardInterrupt(), ValueError()])
print(tried(BaseExceptionGroup, 'a', [ValueError()]))  # expect: ExceptionGroup('a', [ValueError()])
print(tried(MyGroup, 'a', [KeyboardInterrupt()]))  # expect: TypeError: Cannot nest BaseExceptions in 'MyGroup'
print(tried(MyGroup, 'a', [ValueError()]))  # expect: MyGroup('a', [ValueError()])
print(tried(MyBaseGroup, 'a', [KeyboardInterrupt()]))  # expect: MyBaseGroup('a', [KeyboardInterrupt()])
print(tried(MyBaseGroup, 'a', [ValueError()]))  # expect: MyBaseGroup('a', [ValueError()])
print(tried(Mixed, 'a', [KeyboardInterrupt()]))  # expect: TypeError: Cannot nest BaseExceptions in 'Mixed'
print(tried(Mixed, 'a', [ValueError()]))  # expect: Mixed('a', [ValueError()])
print(tried(ExceptionGroup.__new__, ExceptionGroup))  # expect: TypeError: BaseExceptionGroup.__new__() takes exactly 2 arguments (0 given)
print(ExceptionGroup.__mro__)  # expect: (<class 'ExceptionGroup'>, <class 'BaseExceptionGroup'>, <class 'Exception'>, <class 'BaseException'>, <class 'object'>)
print(ExceptionGroup.__bases__, BaseExceptionGroup.__bases__)  # expect: (<class 'BaseExceptionGroup'>, <class 'Exception'>) (<class 'BaseException'>)
print(ExceptionGroup.__name__, ExceptionGroup.__module__, BaseExceptionGroup.__module__)  # expect: ExceptionGroup builtins builtins
print(issubclass(ExceptionGroup, Exception), issubclass(BaseExceptionGroup, Exception))  # expect: True False
print(ExceptionGroup in Exception.__subclasses__(), ExceptionGroup in BaseExceptionGroup.__subclasses__())  # expect: True True

group = ExceptionGroup('message', [ValueError(1), TypeError('two')])
print(group, repr(group))  # expect: message (2 sub-exceptions) ExceptionGroup('message', [ValueError(1), TypeError('two')])
print(str(ExceptionGroup('one', [ValueError(1)])))  # expect: one (1 sub-exception)
print(group.message, group.exceptions, group.args)  # expect: message (ValueError(1), TypeError('two')) ('message', [ValueError(1), TypeError('two')])
print(tried(setattr, group, 'message', 'x'))  # expect: AttributeError: readonly attribute
print(tried(setattr, group, 'exceptions', 'x'))  # expect: AttributeError: readonly attribute
print(tried(delattr, group, 'message'))  # expect: AttributeError: readonly attribute
print(group.__traceback__, group.__cause__, group.__context__, group.__suppress_context__, group.__dict__)  # expect: None None None False {}
inside = [ValueError(1)]
group = ExceptionGroup('list', inside)
inside.append(2)
print(group.exceptions, str(group), repr(group))  # expect: (ValueError(1)) list (1 sub-exception) ExceptionGroup('list', [ValueError(1), 2])
print(tried(group.__init__, 'other', 5), group.args, str(group))  # expect: None ('other', 5) list (1 sub-exception)
print(tried(group.__init__, x=1))  # expect: TypeError: ExceptionGroup() takes no keyword arguments


class Items:
    def __getitem__(self, index):
        if index == 2:
            raise IndexError
        return ValueError(index)

    def __len__(self):
        return 2


print(ExceptionGroup('sequence', Items()).exceptions)  # expect: (ValueError(0), ValueError(1))


class Named(ExceptionGroup):
    def __new__(cls, message, exceptions, code):
        self = super().__new__(cls, message, exceptions)
        self.code = code
        return self

    def __init__(self, message, exceptions, code):
        self.told = code


named = Named('named', [OSError(2, 'x')], 7)
print(repr(named), named.code, named.told, named.args)  # expect: Named('named', [FileNotFoundError(2, 'x')]) 7 7 ('named', [FileNotFoundError(2, 'x')])


class Silent(ExceptionGroup):
    def __init__(self, *args):
        pass


silent = Silent('quiet', [KeyError(1)])
print(repr(silent), silent, silent.args, silent.exceptions)  # expect: Silent('quiet', [KeyError(1)]) quiet (1 sub-exception) ('quiet', [KeyError(1)]) (KeyError(1))
import copy
group = ExceptionGroup('outer', (ValueError(1), ExceptionGroup('inner', [TypeError(2)])))
group.add_note('kept')
for other in copy.copy(group), copy.deepcopy(group):
    print(repr(other), other.exceptions, other.__notes__)
# expect: ExceptionGroup('outer', (ValueError(1), ExceptionGroup('inner', [TypeError(2)]))) (ValueError(1), ExceptionGroup('inner', [TypeError(2)])) ['kept']
# expect: ExceptionGroup('outer', (ValueError(1), ExceptionGroup('inner', [TypeError(2)]))) (ValueError(1), ExceptionGroup('inner', [TypeError(2)])) ['kept']


print(group.__reduce__())  # expect: (<class 'ExceptionGroup'>, ('outer', (ValueError(1), ExceptionGroup('inner', [TypeError(2)]))), {'__notes__': ['kept']})
try:
    raise group
except Exception as error:
    print(error is group)  # expect: True
try:
    raise BaseExceptionGroup('base', [KeyboardInterrupt()])
except Exception:
    print('wrong')
except BaseExceptionGroup as error:
    print(error)  # expect: base (1 sub-exception)
print([name for name in dir(BaseExceptionGroup) if name not in dir(BaseException) and name != '__class_getitem__'])  # expect: ['derive', 'exceptions', 'message', 'split', 'subgroup']
