# Trace and profile functions that change what they watch, themselves, and the threads around them.
import _thread
import sys


def attempt(call, *args):
    try:
        return call(*args)
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


def traced(function, tracer, *args):
    sys.settrace(tracer)
    try:
        return attempt(function, *args)
    except Exception as error:
        return 'outside ' + type(error).__name__ + ': ' + str(error)
    finally:
        sys.settrace(None)


def target(n):
    x = n
    x += 1
    return x


# The local variables, and the tracer itself.
def writes(frame, event, arg):
    if frame.f_code is target.__code__ and event == 'line' and frame.f_lineno == target.__code__.co_firstlineno + 2:
        frame.f_locals['x'] = 100
    return writes
print(traced(target, writes, 1))  # expect: 101
def removes_itself(frame, event, arg):
    sys.settrace(None)
    return removes_itself
print(traced(target, removes_itself, 1), sys.gettrace())  # expect: 2 None
def raises(frame, event, arg):
    if frame.f_code is target.__code__ and event == 'line':
        raise KeyError(frame.f_lineno - target.__code__.co_firstlineno)
    return raises
print(traced(target, raises, 1), sys.gettrace())  # expect: KeyError: 1 None
def deletes_trace(frame, event, arg):
    if event == 'line':
        del frame.f_trace
    return deletes_trace
print(traced(target, deletes_trace, 1))  # expect: 2
def not_callable(frame, event, arg):
    return 5
print(traced(target, not_callable, 1), sys.gettrace())  # expect: outside TypeError: 'int' object is not callable None
def replaces(frame, event, arg):
    sys.settrace(lambda f, e, a: seen.append(e))
    return None
seen = []
print(traced(target, replaces, 1), seen)  # expect: 2 ['call']
def sets_locals_trace(frame, event, arg):
    frame.f_trace = lambda f, e, a: seen.append(e)
    return frame.f_trace
seen = []
print(traced(target, sets_locals_trace, 1), seen)  # expect: 2 ['line', 'line', 'line', 'line', 'line', 'return', 'return']
def returns_none(frame, event, arg):
    seen.append(event)
seen = []
print(traced(target, returns_none, 1), seen)  # expect: 2 ['call', 'call']


# Events of what the tracer itself does are not told; code and classes change under it.
def calls(frame, event, arg):
    seen.append(event)
    target(5)
    return calls
seen = []
print(traced(target, calls, 1), seen)  # expect: 2 ['call', 'line', 'line', 'call', 'line', 'line', 'line', 'return', 'return']
def swaps(frame, event, arg):
    target.__code__ = other.__code__
    return swaps
def other(n):
    return 'other'
kept = target.__code__
print(traced(target, swaps, 1), traced(target, None, 1))  # expect: other other
target.__code__ = kept
def clears(frame, event, arg):
    if event == 'return':
        seen.append(attempt(frame.clear))
    return clears
seen = []
print(traced(target, clears, 1), seen)  # expect: 2 ['RuntimeError: cannot clear an executing frame', 'RuntimeError: cannot clear an executing frame']
def globals_go(frame, event, arg):
    if frame.f_code is reads.__code__ and event == 'line':
        frame.f_globals.pop('shared', None)
    return globals_go
shared = 1
def reads():
    return shared
print(traced(reads, globals_go))  # expect: NameError: name 'shared' is not defined


# Generators, exceptions, deep recursion.
def gen():
    yield 1
    yield 2
def closes(frame, event, arg):
    if frame.f_code is gen.__code__:
        seen.append((event, attempt(current.close)))
    return closes
current = gen()
seen = []
print(traced(list, closes, current), seen)  # expect: [1, 2] [('call', 'ValueError: generator already executing'), ('line', 'ValueError: generator already executing'), ('return', 'ValueError: generator already executing'), ('call', 'ValueError: generator already executing'), ('line', 'ValueError: generator already executing'), ('return', 'ValueError: generator already executing'), ('call', 'ValueError: generator already executing'), ('return', 'ValueError: generator already executing')]
def failing():
    try:
        1 / 0
    except ZeroDivisionError as e:
        return e.__context__
def swallows(frame, event, arg):
    if event == 'exception':
        seen.append(arg[0].__name__)
        try:
            raise KeyError('inner')
        except KeyError:
            pass
    return swallows
seen = []
print(traced(failing, swallows), seen)  # expect: None ['ZeroDivisionError']
def raises_in_exception(frame, event, arg):
    if event == 'exception':
        raise ValueError('from the tracer')
    return raises_in_exception
print(traced(failing, raises_in_exception))  # expect: ValueError: from the tracer
def recursion(n):
    return recursion(n + 1)
def counts(frame, event, arg):
    seen[0] += 1
    return counts
seen = [0]
print(traced(recursion, counts, 0), seen[0] > 900)  # expect: RecursionError: maximum recursion depth exceeded True
class Del:
    def __del__(self):
        seen.append(sys.gettrace() is not None)
def drops():
    d = Del()
    d = None
    return 1
def watching(frame, event, arg):
    return watching
seen = []
print(traced(drops, watching), seen)  # expect: 1 [True]
def jumps(frame, event, arg):
    if frame.f_code is loop.__code__ and event == 'line':
        seen.append(frame.f_lineno - loop.__code__.co_firstlineno)
        if len(seen) == 4:
            frame.f_lineno = loop.__code__.co_firstlineno + 5
    return jumps
def loop():
    total = 0
    for n in range(10):
        total += n
        total += 100
    return total
seen = []
print(traced(loop, jumps), seen)  # expect: 0 [1, 2, 3, 4]
def jumps_badly(frame, event, arg):
    if frame.f_code is loop.__code__ and event == 'line' and not seen:
        for line in (-1, 0, 10 ** 6, 'x', None, 1.5):
            seen.append(attempt(setattr, frame, 'f_lineno', line))
    return jumps_badly
seen = []
print(traced(loop, jumps_badly))  # expect: 1045
for line in seen:
    print(line)
# expect: ValueError: line -1 comes before the current code block
# expect: ValueError: line 0 comes before the current code block
# expect: ValueError: line 1000000 comes after the current code block
# expect: ValueError: lineno must be an integer
# expect: ValueError: lineno must be an integer
# expect: ValueError: lineno must be an integer
print(attempt(setattr, sys._getframe(), 'f_lineno', 1))  # expect: ValueError: f_lineno can only be set by a trace function


# Profile functions.
def profiled(function, profiler, *args):
    sys.setprofile(profiler)
    try:
        return attempt(function, *args)
    finally:
        sys.setprofile(None)
def native():
    return len([1, 2]) + abs(-1)
def prof(frame, event, arg):
    if frame.f_code is native.__code__:
        seen.append((event, getattr(arg, '__name__', arg)))
seen = []
print(profiled(native, prof), seen)  # expect: 3 [('call', None), ('c_call', 'len'), ('c_return', 'len'), ('c_call', 'abs'), ('c_return', 'abs'), ('return', 3)]
def prof_raises(frame, event, arg):
    if event == 'c_call':
        raise KeyError(arg.__name__)
print(profiled(native, prof_raises), sys.getprofile())  # expect: KeyError: 'len' None
def prof_removes(frame, event, arg):
    seen.append(event)
    sys.setprofile(None)
seen = []
print(profiled(native, prof_removes), seen)  # expect: 3 ['call']
def both():
    sys.settrace(watching)
    sys.setprofile(prof)
    try:
        return native()
    finally:
        sys.settrace(None)
        sys.setprofile(None)
seen = []
print(both(), seen)  # expect: 3 [('call', None), ('c_call', 'len'), ('c_return', 'len'), ('c_call', 'abs'), ('c_return', 'abs'), ('return', 3)]


# Threads: each has a tracer of its own, and may end while the others are watched.
def worker(n):
    total = 0
    for k in range(n):
        total += target(k)
    results.append(total)
def thread_tracer(frame, event, arg):
    if frame.f_code is target.__code__:
        lines[_thread.get_ident()] = lines.get(_thread.get_ident(), 0) + 1
        if event == 'line' and lines[_thread.get_ident()] % 7 == 0:
            gate.acquire()
            gate.release()
    return thread_tracer
def start(function, *args):
    """Start a thread; the lock that is released at its end."""
    done = _thread.allocate_lock()
    done.acquire()
    def run():
        try:
            function(*args)
        finally:
            done.release()
    _thread.start_new_thread(run, ())
    return done
def watched_worker(n):
    sys.settrace(thread_tracer)
    worker(n)
    sys.settrace(None)
results, lines, gate = [], {}, _thread.allocate_lock()
threads = [start(watched_worker, 30) for _ in range(4)]
for done in threads:
    done.acquire()
print(results, sum(lines.values()), sys.gettrace())  # expect: [465, 465, 465, 465] 600 None
def starts_threads(frame, event, arg):
    if frame.f_code is target.__code__ and event == 'call' and len(started) < 3:
        started.append(1)
        start(worker, 5).acquire()
    return starts_threads
started, results = [], []
print(traced(target, starts_threads, 1), results, len(started))  # expect: 2 [15] 1
def switches(frame, event, arg):
    ready.release()
    go.acquire()
    sys.settrace(None)
    return switches
def other_thread():
    sys.settrace(watching)
    ready.acquire()
    results.append(target(1))
    sys.settrace(None)
    go.release()
ready, go, results = _thread.allocate_lock(), _thread.allocate_lock(), []
ready.acquire()
go.acquire()
done = start(other_thread)
print(traced(target, switches, 3))  # expect: 4
done.acquire()
print(results, sys.gettrace())  # expect: [2] None
def keeps_frames(frame, event, arg):
    if frame.f_code is target.__code__:
        frames.append(frame)
    return keeps_frames
frames = []
print(traced(target, keeps_frames, 1))  # expect: 2
def reads_frames():
    for frame in frames:
        results.append((frame.f_code.co_name, sorted(frame.f_locals), attempt(frame.clear)))
results = []
start(reads_frames).acquire()
print(results[0])  # expect: ('target', ['n', 'x'], None)
def never_ends():
    sys.settrace(watching)
    while True:
        target(1)
_thread.start_new_thread(never_ends, ())
print(traced(target, watching, 1))  # expect: 2
