import _thread


def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


lock = _thread.allocate_lock()
print(lock.locked(), lock.acquire(), lock.locked(), lock.acquire(False), lock.acquire(timeout=0.01))  # expect: False True True False False
lock.release()
print(attempt(lock.release))  # expect: RuntimeError: release unlocked lock
with lock:
    print(lock.locked())  # expect: True
print(lock.locked(), attempt(lambda: lock.acquire(False, 1)), attempt(lambda: lock.acquire(True, -2)))  # expect: False ValueError: can't specify a timeout for a non-blocking call ValueError: timeout value must be positive
again = _thread.RLock()
print(again.acquire(), again.acquire(), again._is_owned())  # expect: True True True
again.release()
again.release()
print(attempt(again.release), again._is_owned())  # expect: RuntimeError: cannot release un-acquired lock False


class Local(_thread._local):
    def __init__(self, n):
        self.n = n


local = Local(5)
local.m = 6
print(local.n, sorted(local.__dict__.items()), attempt(lambda: _thread._local(1)))  # expect: 5 [('m', 6), ('n', 5)] TypeError: Initialization arguments are not supported
print(isinstance(_thread.get_ident(), int), _thread.error is RuntimeError)  # expect: True True
