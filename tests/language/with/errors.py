def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


class NoExit:
    def __enter__(self):
        pass
class NoEnter:
    def __exit__(self, *a):
        pass
class EnterFails:
    def __enter__(self):
        raise ValueError('enter')
    def __exit__(self, *a):
        print('never')
class ExitFails:
    def __enter__(self):
        pass
    def __exit__(self, *a):
        raise KeyError('exit')
class BoolFails:
    def __enter__(self):
        pass
    def __exit__(self, *a):
        class B:
            def __bool__(self):
                raise TypeError('bool')
        return B()
def use(cm, error=None):
    with cm as x:
        if error:
            raise error
    return 'done'
print(attempt(lambda: use(NoExit())))  # expect: AttributeError: __exit__
print(attempt(lambda: use(NoEnter())))  # expect: AttributeError: __enter__
print(attempt(lambda: use(5)))  # expect: AttributeError: __enter__
print(attempt(lambda: use(EnterFails())))  # expect: ValueError: enter
print(attempt(lambda: use(ExitFails())))  # expect: KeyError: 'exit'
print(attempt(lambda: use(BoolFails())))  # expect: done
print(attempt(lambda: use(BoolFails(), ValueError('v'))))  # expect: TypeError: bool
try:
    use(ExitFails(), ValueError('body'))
except KeyError as e:
    print(repr(e), repr(e.__context__))  # expect: KeyError('exit',) ValueError('body',)
o = NoExit()
o.__exit__ = lambda *a: True
print(attempt(lambda: use(o)))  # expect: AttributeError: __exit__
