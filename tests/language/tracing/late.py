# A trace function that a debugger sets while frames are running.
import sys
log = []
def trace(frame, event, arg):
    log.append((frame.f_code.co_name, frame.f_lineno - frame.f_code.co_firstlineno, event))
    return trace
def set_trace(up=1):
    frame = sys._getframe(up)
    while frame:
        frame.f_trace = trace
        frame = frame.f_back
    sys.settrace(trace)
def show(f, *args):
    del log[:]
    try: f(*args)
    except Exception as e: print(repr(e))
    finally: sys.settrace(None)
    print([e for e in log if e[0] != '<module>' and e[0] != 'show'])
def straight():
    x = 1
    set_trace()
    y = x + 1
    return y
def loop():
    for i in range(2):
        if i:
            set_trace()
            i = 5
        j = i
    return j
def callee():
    set_trace(1)
    x = 1
def caller():
    with_it = [1]
    for w in with_it:
        callee()
        z = 1
    return z
def catches():
    try:
        fails()
        x = 1
    except ValueError:
        x = 2
    return x
def fails():
    set_trace()
    raise ValueError
def gen():
    yield 1
    set_trace()
    yield 2
    yield 3
def uses(): return [x for x in gen()]
for f in (straight, loop, caller, catches): show(f)  # expect: [('straight', 3, 'line'), ('straight', 4, 'line'), ('straight', 4, 'return')]
# expect: [('loop', 4, 'line'), ('loop', 5, 'line'), ('loop', 1, 'line'), ('loop', 6, 'line'), ('loop', 6, 'return')]
# expect: [('callee', 2, 'line'), ('callee', 2, 'return'), ('caller', 4, 'line'), ('caller', 2, 'line'), ('caller', 5, 'line'), ('caller', 5, 'return')]
# expect: [('fails', 2, 'line'), ('fails', 2, 'exception'), ('fails', 2, 'return'), ('catches', 2, 'exception'), ('catches', 4, 'line'), ('catches', 5, 'line'), ('catches', 6, 'line'), ('catches', 6, 'return')]
