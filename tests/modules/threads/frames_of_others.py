# Frames of a thread that another one looks at.
import _thread
import sys
import time

frames, started, ended = [], _thread.allocate_lock(), _thread.allocate_lock()
wait = _thread.allocate_lock()
wait.acquire()
ended.acquire()


def inner(local):
    frames.append(sys._getframe())
    wait.acquire()
    ended.release()


def outer():
    inner('seen')


ident = _thread.start_new_thread(outer, ())
while not frames:
    time.sleep(0.001)
names, f = [], frames[0]
while f:
    names.append(f.f_code.co_name)
    f = f.f_back
print(names, frames[0].f_locals, frames[0].f_back.f_lineno - outer.__code__.co_firstlineno)  # expect: ['inner', 'outer'] {'local': 'seen'} 1
others = sys._current_frames()
print(len(others), others[ident] is frames[0], others[_thread.get_ident()] is sys._getframe())  # expect: 2 True True
wait.release()
ended.acquire()
print(frames[0].f_code.co_name)  # expect: inner
