import _thread
import time

done = []
lock = _thread.allocate_lock()
finished = _thread.allocate_lock()
finished.acquire()


def work(n, step=1):
    total = 0
    for i in range(20000):
        total += i % 7
    with lock:
        done.append(n * step)
        if len(done) == 5:
            finished.release()


idents = [_thread.start_new_thread(work, (n,), {'step': 10}) for n in range(5)]
print(finished.acquire(), sorted(done), len(set(idents)), _thread.get_ident() in idents)  # expect: True [0, 10, 20, 30, 40] 5 False
while _thread._count():
    time.sleep(0.001)

local = _thread._local()
local.x = 'main'
seen = []


def look():
    seen.append(hasattr(local, 'x'))
    local.x = 'other'
    seen.append(local.__dict__)


_thread.start_new_thread(look, ())
while len(seen) < 2 or _thread._count():
    time.sleep(0.001)
print(seen, local.x)  # expect: [False, {'x': 'other'}] main


class Local(_thread._local):
    def __init__(self, n, *, k):
        self.n, self.k = n, k


local = Local(3, k=4)
local.n = 5
seen = []
_thread.start_new_thread(lambda: seen.append((local.n, local.k)), ())
while not seen:
    time.sleep(0.001)
print(seen, local.n)  # expect: [(3, 4)] 5

rlock = _thread.RLock()
rlock.acquire()
rlock.acquire()
seen = []
_thread.start_new_thread(lambda: seen.append((rlock.acquire(False), rlock.acquire(timeout=0.01), rlock._is_owned())), ())
while not seen:
    time.sleep(0.001)
print(seen, rlock._is_owned())  # expect: [(False, False, False)] True
state = rlock._release_save()
_thread.start_new_thread(lambda: seen.append(rlock.acquire()), ())
while len(seen) < 2:
    time.sleep(0.001)
print(seen[1], state[0], rlock.acquire(False))  # expect: True 2 False


def fail():
    raise ValueError('in a thread')


_thread.start_new_thread(fail, ())  # expect stderr contains: Unhandled exception in thread started by <function fail at
_thread.start_new_thread(_thread.exit, ())  # expect stderr contains: ValueError: in a thread
while _thread._count():
    time.sleep(0.001)


def attempt(*args):
    try:
        return _thread.start_new_thread(*args)
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(attempt(1, ()), attempt(print, 1), attempt(print, (), 1))  # expect: TypeError: first arg must be callable TypeError: 2nd arg must be a tuple TypeError: optional 3rd arg must be a dictionary
print(_thread.stack_size(), _thread.stack_size(1 << 20), _thread.stack_size(0))  # expect: 0 0 1048576
_thread.start_new_thread(time.sleep, (100,))  # does not keep the program from ending
