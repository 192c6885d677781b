# Tracebacks, names of code, marshalled and traced code of type parameters and aliases.
import marshal
import sys
import traceback


def last_lines(source):
    try:
        exec(compile(source, 'text', 'exec'), {'__name__': 'text'})
    except Exception as error:
        print([(frame.name, frame.lineno) for frame in traceback.extract_tb(error.__traceback__)[1:]], error)


last_lines('''
type Alias = (
    1 / 0)
Alias.__value__
''')  # expect: [('<module>', 4), ('Alias', 3)] division by zero
last_lines('''
def f[T: 1 / 0,
      U = missing_name](): pass
f.__type_params__[0].__bound__
''')  # expect: [('<module>', 4), ('T', 2)] division by zero
last_lines('''
def f[T: 1 / 0,
      U = missing_name](): pass

f.__type_params__[1].__default__
''')  # expect: [('<module>', 5), ('U', 3)] name 'missing_name' is not defined
last_lines('''
def around():
    def g[T](
        x: missing_name): pass
around()
''')  # expect: [('<module>', 5), ('around', 3), ('<generic parameters of g>', 4)] name 'missing_name' is not defined
last_lines('''
class C[T](missing_name): pass
''')  # expect: [('<module>', 2), ('<generic parameters of C>', 2)] name 'missing_name' is not defined
last_lines('''
class C[T]:
    missing_name
''')  # expect: [('<module>', 2), ('<generic parameters of C>', 2), ('C', 3)] name 'missing_name' is not defined
last_lines('''
class C:
    type A = missing_name
C.A.__value__
''')  # expect: [('<module>', 4), ('A', 3)] name 'missing_name' is not defined
source = '''
type A = int
type B[T: int = str] = T
def f[T](x: T = 1, *, k=2) -> T:
    return T
class C[T, *Ts](list):
    x: T = 5
    type D = (x, T)
    def m[U: T](self): return __class__
'''
code = compile(source, 'source', 'exec')
for constant in code.co_consts:
    if hasattr(constant, 'co_name'):
        print(constant.co_name, constant.co_firstlineno)
# expect: A 2
# expect: <generic parameters of B> 3
# expect: <generic parameters of f> 4
# expect: <generic parameters of C> 6
ns = {'__name__': 'marshalled'}
exec(marshal.loads(marshal.dumps(code)), ns)
print(ns['A'].__value__, ns['B'].__value__, ns['f'](), ns['f'].__qualname__, ns['f'].__kwdefaults__, ns['C'].m.__qualname__, ns['C'].D.__value__, ns['C'].m(1), ns['A'].__module__)  # expect: <class 'int'> T T f {'k': 2} C.m (5, T) <class 'marshalled.C'> marshalled
events = []


def tracer(frame, event, arg):
    if frame.f_code.co_filename == 'traced' and event == 'call' and frame.f_code.co_name != '<module>':
        events.append((frame.f_code.co_name, frame.f_lineno))
    return tracer


traced = compile('''
def f[T: int](x: T):
    return T
type A[T] = list[T]
f(1)
A.__value__
''', 'traced', 'exec')
sys.settrace(tracer)
exec(traced, {'__name__': 'traced'})
sys.settrace(None)
print(events)  # expect: [('<generic parameters of f>', 2), ('<generic parameters of A>', 4), ('f', 2), ('A', 4)]
