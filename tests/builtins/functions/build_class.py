def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(type(__build_class__).__name__)  # expect: builtin_function_or_method
print(attempt(lambda: __build_class__()))  # expect: TypeError: __build_class__: not enough arguments
print(attempt(lambda: __build_class__(5, 'x')))  # expect: TypeError: __build_class__: func must be a function
print(attempt(lambda: __build_class__(lambda: None, 5)))  # expect: TypeError: __build_class__: name is not a string
print(attempt(lambda: __build_class__(lambda: None)))  # expect: TypeError: __build_class__: not enough arguments
C = __build_class__(lambda: None, 'C')
print(C.__name__, C.__bases__)  # expect: C (<class 'object'>,)
class Made:
    pass
