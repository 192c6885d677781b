# options: -X timeout=0.2
# timeout: 10
# expect stderr contains: time limit
# exit: 1
import _thread
lock = _thread.allocate_lock()
lock.acquire()
try:
    lock.acquire(timeout=1000)
except BaseException:
    while True:
        pass
