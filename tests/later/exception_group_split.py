# split, subgroup, derive.
# (Written as 3.7 and later write the repr of an exception: without a comma before the parenthesis.)
import builtins
def print(*values, **options):
    builtins.print(*(str(value).replace(',)', ')') for value in values), **options)


def tried(function, *args):
    try:
        return repr(function(*args))
    except BaseException as error:
        return '%s: %s' % (type(error).__name__, error)


class Condition:
    def __call__(self, error):
        return isinstance(error, ValueError)


def name(condition):
    return getattr(condition, '__name__', None) or repr(condition)


group = ExceptionGroup('g', [ValueError(1), TypeError(2), ExceptionGroup('h', [ValueError(3), OSError(4)])])
conditions = [ValueError, TypeError, OSError, KeyError, Exception, ExceptionGroup, BaseExceptionGroup,
              (ValueError, OSError), (KeyError,), (), 1, None, 'text', int, object, [ValueError], (ValueError, 1),
              ((ValueError,),), len]
for condition in conditions:
    print(name(condition))
    print(' ', tried(group.split, condition))
    print(' ', tried(group.subgroup, condition))
# expect: ValueError
# expect:   (ExceptionGroup('g', [ValueError(1), ExceptionGroup('h', [ValueError(3)])]), ExceptionGroup('g', [TypeError(2), ExceptionGroup('h', [OSError(4)])]))
# expect:   ExceptionGroup('g', [ValueError(1), ExceptionGroup('h', [ValueError(3)])])
# expect: TypeError
# expect:   (ExceptionGroup('g', [TypeError(2)]), ExceptionGroup('g', [ValueError(1), ExceptionGroup('h', [ValueError(3), OSError(4)])]))
# expect:   ExceptionGroup('g', [TypeError(2)])
# expect: OSError
# expect:   (ExceptionGroup('g', [ExceptionGroup('h', [OSError(4)])]), ExceptionGroup('g', [ValueError(1), TypeError(2), ExceptionGroup('h', [ValueError(3)])]))
# expect:   ExceptionGroup('g', [ExceptionGroup('h', [OSError(4)])])
# expect: KeyError
# expect:   (None, ExceptionGroup('g', [ValueError(1), TypeError(2), ExceptionGroup('h', [ValueError(3), OSError(4)])]))
# expect:   None
# expect: Exception
# expect:   (ExceptionGroup('g', [ValueError(1), TypeError(2), ExceptionGroup('h', [ValueError(3), OSError(4)])]), None)
# expect:   ExceptionGroup('g', [ValueError(1), TypeError(2), ExceptionGroup('h', [ValueError(3), OSError(4)])])
# expect: ExceptionGroup
# expect:   (ExceptionGroup('g', [ValueError(1), TypeError(2), ExceptionGroup('h', [ValueError(3), OSError(4)])]), None)
# expect:   ExceptionGroup('g', [ValueError(1), TypeError(2), ExceptionGroup('h', [ValueError(3), OSError(4)])])
# expect: BaseExceptionGroup
# expect:   (ExceptionGroup('g', [ValueError(1), TypeError(2), ExceptionGroup('h', [ValueError(3), OSError(4)])]), None)
# expect:   ExceptionGroup('g', [ValueError(1), TypeError(2), ExceptionGroup('h', [ValueError(3), OSError(4)])])
# expect: (<class 'ValueError'>, <class 'OSError'>)
# expect:   (ExceptionGroup('g', [ValueError(1), ExceptionGroup('h', [ValueError(3), OSError(4)])]), ExceptionGroup('g', [TypeError(2)]))
# expect:   ExceptionGroup('g', [ValueError(1), ExceptionGroup('h', [ValueError(3), OSError(4)])])
# expect: (<class 'KeyError'>)
# expect:   (None, ExceptionGroup('g', [ValueError(1), TypeError(2), ExceptionGroup('h', [ValueError(3), OSError(4)])]))
# expect:   None
# expect: ()
# expect:   (None, ExceptionGroup('g', [ValueError(1), TypeError(2), ExceptionGroup('h', [ValueError(3), OSError(4)])]))
# expect:   None
# expect: 1
# expect:   TypeError: expected an exception type, a tuple of exception types, or a callable (other than a class)
# expect:   TypeError: expected an exception type, a tuple of exception types, or a callable (other than a class)
# expect: None
# expect:   TypeError: expected an exception type, a tuple of exception types, or a callable (other than a class)
# expect:   TypeError: expected an exception type, a tuple of exception types, or a callable (other than a class)
# expect: 'text'
# expect:   TypeError: expected an exception type, a tuple of exception types, or a callable (other than a class)
# expect:   TypeError: expected an exception type, a tuple of exception types, or a callable (other than a class)
# expect: int
# expect:   TypeError: expected an exception type, a tuple of exception types, or a callable (other than a class)
# expect:   TypeError: expected an exception type, a tuple of exception types, or a callable (other than a class)
# expect: object
# expect:   TypeError: expected an exception type, a tuple of exception types, or a callable (other than a class)
# expect:   TypeError: expected an exception type, a tuple of exception types, or a callable (other than a class)
# expect: [<class 'ValueError'>]
# expect:   TypeError: expected an exception type, a tuple of exception types, or a callable (other than a class)
# expect:   TypeError: expected an exception type, a tuple of exception types, or a callable (other than a class)
# expect: (<class 'ValueError'>, 1)
# expect:   TypeError: expected an exception type, a tuple of exception types, or a callable (other than a class)
# expect:   TypeError: expected an exception type, a tuple of exception types, or a callable (other than a class)
# expect: ((<class 'ValueError'>))
# expect:   TypeError: expected an exception type, a tuple of exception types, or a callable (other than a class)
# expect:   TypeError: expected an exception type, a tuple of exception types, or a callable (other than a class)
# expect: len
# expect:   TypeError: object of type 'ExceptionGroup' has no len()
# expect:   TypeError: object of type 'ExceptionGroup' has no len()


print(tried(group.split, lambda error: isinstance(error, ValueError)))  # expect: (ExceptionGroup('g', [ValueError(1), ExceptionGroup('h', [ValueError(3)])]), ExceptionGroup('g', [TypeError(2), ExceptionGroup('h', [OSError(4)])]))
print(tried(group.subgroup, lambda error: 'yes'))  # expect: ExceptionGroup('g', [ValueError(1), TypeError(2), ExceptionGroup('h', [ValueError(3), OSError(4)])])
print(tried(group.subgroup, lambda error: 0))  # expect: None
print(tried(group.split, lambda error: 1 / 0))  # expect: ZeroDivisionError: division by zero
print([type(part).__name__ for part in group.split(Condition())])  # expect: ['ExceptionGroup', 'ExceptionGroup']
print(group.split(Condition())[1].exceptions)  # expect: (TypeError(2), ExceptionGroup('h', [OSError(4)]))
same = group.subgroup(ExceptionGroup)
print(same is group, group.split(ExceptionGroup)[0] is group, group.split(KeyError)[1] is group)  # expect: True True False
seen = []
group.subgroup(lambda error: seen.append(repr(error)[:20]))
print(seen)  # expect: ["ExceptionGroup('g', ", 'ValueError(1)', 'TypeError(2)', "ExceptionGroup('h', ", 'ValueError(3)', 'OSError(4)']

print(tried(group.derive, [KeyError(1)]))  # expect: ExceptionGroup('g', [KeyError(1)])
print(tried(group.derive, [KeyboardInterrupt()]))  # expect: BaseExceptionGroup('g', [KeyboardInterrupt()])
print(tried(group.derive, []), tried(group.derive, 1))  # expect: ValueError: second argument (exceptions) must be a non-empty sequence TypeError: second argument (exceptions) must be a sequence

# What a part takes over.
try:
    try:
        raise KeyError('context')
    except KeyError:
        raise group from OSError('cause')
except ExceptionGroup as error:
    group.add_note('note')
    for part in group.split(ValueError):
        print(part.message, repr(part.__cause__), repr(part.__context__), part.__suppress_context__,
              part.__traceback__ is group.__traceback__, part.__notes__, part.__notes__ is group.__notes__)
        inner = part.exceptions[-1]
        print(inner.message, inner.__cause__, inner.__traceback__, hasattr(inner, '__notes__'))
# expect: g OSError('cause') KeyError('context') True True ['note'] False
# expect: h None None False
# expect: g OSError('cause') KeyError('context') True True ['note'] False
# expect: h None None False


for notes in (5, 'ab', (1, 2), {1: 2}, None):
    group.__notes__ = notes
    part = group.subgroup(ValueError)
    print(getattr(part, '__notes__', 'none'))
# expect: none
# expect: ['a', 'b']
# expect: [1, 2]
# expect: none
# expect: none

print(ExceptionGroup('g', [ValueError(1), TypeError(2)]).subgroup(ValueError).__suppress_context__)  # expect: True


class Coded(ExceptionGroup):
    def __new__(cls, message, exceptions, code):
        self = super().__new__(cls, message, exceptions)
        self.code = code
        return self

    def derive(self, exceptions):
        return Coded(self.message, exceptions, self.code)


class Plain(ExceptionGroup):
    pass


coded = Coded('c', [ValueError(1), Plain('p', [ValueError(2), TypeError(3)])], 42)
match, rest = coded.split(ValueError)
print(type(match).__name__, match.code, type(rest).__name__, rest.code)  # expect: Coded 42 Coded 42
print(type(match.exceptions[1]).__name__, type(rest.exceptions[0]).__name__)  # expect: ExceptionGroup ExceptionGroup
print(match, rest, match.exceptions, rest.exceptions)  # expect: c (2 sub-exceptions) c (1 sub-exception) (ValueError(1), ExceptionGroup('p', [ValueError(2)])) (ExceptionGroup('p', [TypeError(3)]))


class Bad(ExceptionGroup):
    answer = None

    def derive(self, exceptions):
        if isinstance(self.answer, BaseException):
            raise self.answer
        return self.answer


for Bad.answer in (None, 5, [1], ValueError, ValueError(1), KeyError('raised')):
    bad = Bad('bad', [ValueError(1), TypeError(2)])
    print(tried(bad.split, ValueError), tried(bad.subgroup, ValueError), tried(bad.subgroup, KeyError))
# expect: TypeError: derive must return an instance of BaseExceptionGroup TypeError: derive must return an instance of BaseExceptionGroup None
# expect: TypeError: derive must return an instance of BaseExceptionGroup TypeError: derive must return an instance of BaseExceptionGroup None
# expect: TypeError: derive must return an instance of BaseExceptionGroup TypeError: derive must return an instance of BaseExceptionGroup None
# expect: TypeError: derive must return an instance of BaseExceptionGroup TypeError: derive must return an instance of BaseExceptionGroup None
# expect: ValueError: 1 ValueError: 1 None
# expect: KeyError: 'raised' KeyError: 'raised' None


base = BaseExceptionGroup('b', [KeyboardInterrupt(), ValueError(1)])
print(base.split(ValueError), base.split(KeyboardInterrupt))  # expect: (ExceptionGroup('b', [ValueError(1)]), BaseExceptionGroup('b', [KeyboardInterrupt()])) (BaseExceptionGroup('b', [KeyboardInterrupt()]), ExceptionGroup('b', [ValueError(1)]))
print(type(base.subgroup(ValueError)).__name__, type(base.subgroup(KeyboardInterrupt)).__name__)  # expect: ExceptionGroup BaseExceptionGroup



def deep(levels):
    error = ValueError(0)
    for i in range(levels):
        error = ExceptionGroup('deep', [error])
    return error


for function in deep(300).split, deep(300).subgroup:
    print(function(TypeError) if function.__name__ == 'subgroup' else function(TypeError)[0])
    found = function(ValueError)
    print(str(found if function.__name__ == 'subgroup' else found[0]))
# expect: None
# expect: deep (1 sub-exception)
# expect: None
# expect: deep (1 sub-exception)
for function in deep(20000).split, deep(20000).subgroup:
    try:
        function(TypeError)   # how deep is too deep is the interpreter's own affair
    except RecursionError:
        pass
print('survived')  # expect: survived
