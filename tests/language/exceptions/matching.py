def match(raising, catching):
    try:
        try:
            raise raising
        except catching:
            return 'caught'
    except BaseException as e:
        return 'missed %s: %s' % (type(e).__name__, e)
print(match(ValueError('x'), Exception), match(ValueError, (KeyError, ValueError)), match(KeyError('x'), ValueError), match(ValueError('x'), ()), match(KeyboardInterrupt(), Exception))  # expect: caught caught missed KeyError: 'x' missed ValueError: x missed KeyboardInterrupt: 
print(match(ValueError('v'), 5))  # expect: missed TypeError: catching classes that do not inherit from BaseException is not allowed
print(match(ValueError('v'), (KeyError, 'a')))  # expect: missed TypeError: catching classes that do not inherit from BaseException is not allowed
print(match(ValueError('v'), str))  # expect: missed TypeError: catching classes that do not inherit from BaseException is not allowed
print(match(5, Exception), match('text', Exception), match(None, Exception), match(int, Exception))  # expect: caught caught caught caught
class Meta(type):
    def __subclasscheck__(cls, sub):
        return True
class Weird(Exception, metaclass=Meta):
    pass
print(match(ValueError('v'), Weird))  # expect: missed ValueError: v
def bare():
    try:
        raise
    except RuntimeError as e:
        return str(e)
print(bare())  # expect: No active exception to reraise
class Init(Exception):
    def __init__(self):
        raise KeyError('in init')
print(match(Init, KeyError))  # expect: caught
class New(Exception):
    def __new__(cls):
        return 5
print(match(New, TypeError), match(New, KeyError))  # expect: caught missed TypeError: calling <class '__main__.New'> should have returned an instance of BaseException, not <class 'int'>
