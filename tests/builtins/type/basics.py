def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(type(1), type(type), type('X', (), {}).__name__, type('Y', (int,), {'a': 5}).a, type(None), type(...), type(NotImplemented), type(len), type([].append), type(type.mro))  # expect: <class 'int'> <class 'type'> X 5 <class 'NoneType'> <class 'ellipsis'> <class 'NotImplementedType'> <class 'builtin_function_or_method'> <class 'builtin_function_or_method'> <class 'method_descriptor'>
X = type('X', (object,), dict(f=lambda self: 42, __doc__='doc'))
print(X().f(), X.__doc__, X.__module__, X.__qualname__, X.__bases__, X.__dict__['f'].__name__)  # expect: 42 doc __main__ X (<class 'object'>,) <lambda>
print(attempt(lambda: type()))  # expect: TypeError: type() takes 1 or 3 arguments
print(attempt(lambda: type(1, 2)))  # expect: TypeError: type() takes 1 or 3 arguments
print(attempt(lambda: type('X', 5, {})))  # expect: TypeError: type.__new__() argument 2 must be tuple, not int
print(attempt(lambda: type('X', (), 5)))  # expect: TypeError: type.__new__() argument 3 must be dict, not int
print(attempt(lambda: type(5, (), {})))  # expect: TypeError: type.__new__() argument 1 must be str, not int
print(attempt(lambda: type('X', (5,), {})))  # expect: TypeError: metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases
print(attempt(lambda: type('X', (bool,), {})))  # expect: TypeError: type 'bool' is not an acceptable base type
print(attempt(lambda: type('a\0b', (), {})))  # expect: ValueError: type name must not contain null characters
print(attempt(lambda: type('X', (int, str), {})))  # expect: TypeError: multiple bases have instance lay-out conflict
print(attempt(lambda: setattr(int, 'x', 1)))  # expect: TypeError: can't set attributes of built-in/extension type 'int'
print(attempt(lambda: delattr(int, 'real')))  # expect: TypeError: can't set attributes of built-in/extension type 'int'
print(attempt(lambda: int.nope))  # expect: AttributeError: type object 'int' has no attribute 'nope'
X.__name__ = 'Renamed'
print(X.__name__, X.__qualname__, int.__subclasses__()[0] is bool, X.mro(), callable(X), type(X) is type, issubclass(X, object), X.__base__)  # expect: Renamed X True [<class '__main__.X'>, <class 'object'>] True True True <class 'object'>
def rename(value):
    X.__name__ = value
print(attempt(lambda: rename(5)))  # expect: TypeError: can only assign string to Renamed.__name__, not 'int'
print(attempt(lambda: rename('a\0')))  # expect: ValueError: type name must not contain null characters
