def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(__import__('math').__name__, __import__('json', fromlist=['dumps']).dumps([1]))  # expect: math [1]
print(attempt(lambda: __import__('no_such_module')))  # expect: ModuleNotFoundError: No module named 'no_such_module'
print(attempt(lambda: __import__('')))  # expect: ValueError: Empty module name
print(attempt(lambda: __import__(5)))  # expect: TypeError: __import__() argument 1 must be str, not int
print(attempt(lambda: __import__()))  # expect: TypeError: Required argument 'name' (pos 1) not found
print(attempt(lambda: __import__('x', level=-1)))  # expect: ValueError: level must be >= 0
