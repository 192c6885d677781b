# sys.setprofile(), failing trace functions, variables changed through f_locals, sys.call_tracing().
import sys
ev = []
def prof(frame, event, arg):
    a = None
    if event.startswith('c_'): a = arg.__name__, type(arg).__name__
    elif event == 'return': a = repr(arg)[:30]
    ev.append((frame.f_code.co_name, event, a))
def f(x): return g(x) + len([x])
def g(x):
    y = sorted([3, x], key=abs)
    y.append(1)
    try: int.from_bytes(b'a', 'nope')
    except ValueError: pass
    max(*y)
    return y[0]
class K:
    def __init__(self): self.v = 1
    def __len__(self): return self.v
def gen():
    yield 1
    yield str(2)
def boom(): raise KeyError
def run():
    f(2)
    len(K())
    list(gen())
    for x in gen(): pass
    isinstance(1, int)
    str.upper('a')
    'a'.upper()
    dict(a=1)
    "{}".format(1)
    print('hello', end='\n')
    try: boom()
    except KeyError: pass
    try: len(1)
    except TypeError: pass
    [].sort(key=None)
    sys.getrecursionlimit()
    return 1
def mid():
    sys.setprofile(prof)
    len('x')
    f(1)
    [].append(1)
    sys.setprofile(None)
    len('y')
    return 2
mid()
for e in ev: print(e)  # expect: ('mid', 'c_call', ('len', 'builtin_function_or_method'))
# expect: ('mid', 'c_return', ('len', 'builtin_function_or_method'))
# expect: ('f', 'call', None)
# expect: ('g', 'call', None)
# expect: ('g', 'c_call', ('sorted', 'builtin_function_or_method'))
# expect: ('g', 'c_return', ('sorted', 'builtin_function_or_method'))
# expect: ('g', 'c_call', ('append', 'builtin_function_or_method'))
# expect: ('g', 'c_return', ('append', 'builtin_function_or_method'))
# expect: ('g', 'c_call', ('from_bytes', 'builtin_function_or_method'))
# expect: ('g', 'c_exception', ('from_bytes', 'builtin_function_or_method'))
# expect: ('g', 'c_call', ('max', 'builtin_function_or_method'))
# expect: ('g', 'c_return', ('max', 'builtin_function_or_method'))
# expect: ('g', 'return', '1')
# expect: ('f', 'c_call', ('len', 'builtin_function_or_method'))
# expect: ('f', 'c_return', ('len', 'builtin_function_or_method'))
# expect: ('f', 'return', '2')
# expect: ('mid', 'c_call', ('append', 'builtin_function_or_method'))
# expect: ('mid', 'c_return', ('append', 'builtin_function_or_method'))
# expect: ('mid', 'c_call', ('setprofile', 'builtin_function_or_method'))
print('--')  # expect: --
del ev[:]
sys.setprofile(prof)
run()  # expect: hello
sys.setprofile(None)
for e in ev: print(e)  # expect: ('run', 'call', None)
# expect: ('f', 'call', None)
# expect: ('g', 'call', None)
# expect: ('g', 'c_call', ('sorted', 'builtin_function_or_method'))
# expect: ('g', 'c_return', ('sorted', 'builtin_function_or_method'))
# expect: ('g', 'c_call', ('append', 'builtin_function_or_method'))
# expect: ('g', 'c_return', ('append', 'builtin_function_or_method'))
# expect: ('g', 'c_call', ('from_bytes', 'builtin_function_or_method'))
# expect: ('g', 'c_exception', ('from_bytes', 'builtin_function_or_method'))
# expect: ('g', 'c_call', ('max', 'builtin_function_or_method'))
# expect: ('g', 'c_return', ('max', 'builtin_function_or_method'))
# expect: ('g', 'return', '2')
# expect: ('f', 'c_call', ('len', 'builtin_function_or_method'))
# expect: ('f', 'c_return', ('len', 'builtin_function_or_method'))
# expect: ('f', 'return', '3')
# expect: ('__init__', 'call', None)
# expect: ('__init__', 'return', 'None')
# expect: ('run', 'c_call', ('len', 'builtin_function_or_method'))
# expect: ('__len__', 'call', None)
# expect: ('__len__', 'return', '1')
# expect: ('run', 'c_return', ('len', 'builtin_function_or_method'))
# expect: ('gen', 'call', None)
# expect: ('gen', 'return', '1')
# expect: ('gen', 'call', None)
# expect: ('gen', 'return', "'2'")
# expect: ('gen', 'call', None)
# expect: ('gen', 'return', 'None')
# expect: ('gen', 'call', None)
# expect: ('gen', 'return', '1')
# expect: ('gen', 'call', None)
# expect: ('gen', 'return', "'2'")
# expect: ('gen', 'call', None)
# expect: ('gen', 'return', 'None')
# expect: ('run', 'c_call', ('isinstance', 'builtin_function_or_method'))
# expect: ('run', 'c_return', ('isinstance', 'builtin_function_or_method'))
# expect: ('run', 'c_call', ('upper', 'builtin_function_or_method'))
# expect: ('run', 'c_return', ('upper', 'builtin_function_or_method'))
# expect: ('run', 'c_call', ('format', 'builtin_function_or_method'))
# expect: ('run', 'c_return', ('format', 'builtin_function_or_method'))
# expect: ('run', 'c_call', ('print', 'builtin_function_or_method'))
# expect: ('run', 'c_return', ('print', 'builtin_function_or_method'))
# expect: ('boom', 'call', None)
# expect: ('boom', 'return', 'None')
# expect: ('run', 'c_call', ('len', 'builtin_function_or_method'))
# expect: ('run', 'c_exception', ('len', 'builtin_function_or_method'))
# expect: ('run', 'c_call', ('sort', 'builtin_function_or_method'))
# expect: ('run', 'c_return', ('sort', 'builtin_function_or_method'))
# expect: ('run', 'c_call', ('getrecursionlimit', 'builtin_function_or_method'))
# expect: ('run', 'c_return', ('getrecursionlimit', 'builtin_function_or_method'))
# expect: ('run', 'return', '1')
# expect: ('<module>', 'c_call', ('setprofile', 'builtin_function_or_method'))
# expect: None None
# expect: -- both, failing
# expect: caught prof None
# expect: caught trace call None
# expect: caught trace line None
# expect: caught trace exception None
# expect: caught trace return None
# expect: never 2
# expect: ('changed', 'cell', "local variable 'b' referenced before assignment")
# expect: [('call', 3), ('line', 4), ('call', 0), ('line', 5), ('call', 0), ('return', 5)]
# expect: [('outer', 'call', 3), ('skip', 'call', 0), ('skip', 'line', 1), ('skip', 'line', 2), ('skip', 'return', 2), ('outer', 'line', 4), ('skip', 'call', 0), ('skip', 'line', 1), ('skip', 'line', 2), ('skip', 'return', 2), ('skip', 'call', 0), ('skip', 'line', 1), ('skip', 'line', 2), ('skip', 'return', 2), ('outer', 'line', 5), ('skip', 'call', 0), ('skip', 'line', 1), ('skip', 'line', 2), ('skip', 'return', 2), ('outer', 'return', 5)]
# expect: [('return', 1)]
print(sys.getprofile(), sys.gettrace())
print('-- both, failing')
def bad(frame, event, arg):
    if event == 'return': raise RuntimeError('prof')
def h(): return 1
sys.setprofile(bad)
try: h()
except RuntimeError as e: print('caught', e, sys.getprofile())
sys.setprofile(None)
def tbad(frame, event, arg):
    if event == want: raise RuntimeError('trace ' + event)
    return tbad
def body():
    try:
        x = 1
        raise ValueError
    except ValueError: x = 2
    return x
for want in ('call', 'line', 'exception', 'return', 'never'):
    sys.settrace(tbad)
    try: print(want, body())
    except RuntimeError as e: print('caught', e, sys.gettrace())
    sys.settrace(None)
# locals written back
def writer(frame, event, arg):
    if event == 'line' and frame.f_code.co_name == 'victim':
        l = frame.f_locals
        if frame.f_lineno == base + 2: l['a'] = 'changed'; l['c'] = 'cell'
        if frame.f_lineno == base + 3: del l['b']
    return writer
def victim(a, c):
    b = 1
    d = lambda: c
    try: return a, d(), b
    except UnboundLocalError as e: return a, d(), str(e)
base = victim.__code__.co_firstlineno
sys.settrace(writer)
r = victim(1, 2)
sys.settrace(None)
print(r)
# f_trace, call_tracing, nesting
def t2(frame, event, arg):
    lines.append((event, frame.f_lineno - base2))
    return None if event == 'call' and frame.f_code.co_name == 'skip' else t2
def skip():
    x = 1
    return x
def outer():
    skip()
    return skip() + 1
base2 = skip.__code__.co_firstlineno
lines = []
sys.settrace(t2); outer(); sys.settrace(None)
print(lines)
def tracing_inside(frame, event, arg):
    if event == 'line' and frame.f_code.co_name == 'outer':
        sys.call_tracing(skip, ())
        skip()
    lines.append((frame.f_code.co_name, event, frame.f_lineno - base2))
    return tracing_inside
lines = []
sys.settrace(tracing_inside); outer(); sys.settrace(None)
print(lines)
def settrace_and_return(tracefunc):
    sys.settrace(tracefunc)
    sys._getframe().f_back.f_trace = tracefunc
def wrapper(tracefunc):
    settrace_and_return(tracefunc)
lines = []
base2 = wrapper.__code__.co_firstlineno
def t3(frame, event, arg):
    lines.append((event, frame.f_lineno - base2)); return t3
wrapper(t3)
sys.settrace(None)
print(lines)
