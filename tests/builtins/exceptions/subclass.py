def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


class Custom(Exception):
    def __init__(self, code, message):
        super().__init__(message)
        self.code = code
class Plain(ValueError):
    pass
class Text(Exception):
    def __str__(self):
        return 'text!'
try:
    raise Custom(5, 'm')
except Exception as e:
    print(type(e).__name__, e.code, e, e.args, repr(e))  # expect: Custom 5 m ('m',) Custom('m',)
print(attempt(lambda: Custom(1)))  # expect: TypeError: __init__() missing 1 required positional argument: 'message'
print(repr(Plain('x')), str(Text('a')), repr(Text('a')))  # expect: Plain('x',) text! Text('a',)
class NewArgs(Exception):
    def __init__(self, *args):
        pass
print(NewArgs(1, 2).args, repr(NewArgs(1, 2)))  # expect: (1, 2) NewArgs(1, 2)
class Multi(KeyError, AttributeError):
    pass
try:
    raise Multi('m')
except AttributeError as e:
    print(repr(e), e)  # expect: Multi('m',) 'm'
try:
    class Conflict(OSError, StopIteration):
        pass
except TypeError as e:
    print(e)  # expect: multiple bases have instance lay-out conflict
