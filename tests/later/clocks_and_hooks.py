# time in nanoseconds, breakpoint(), sys.exception(), the bound of digits, static methods that are called.
def error(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as e:
        return "%s: %s" % (type(e).__name__, e)


import os
import sys
import time
for name in 'time', 'monotonic', 'perf_counter', 'process_time', 'thread_time':
    coarse, fine = getattr(time, name), getattr(time, name + '_ns')
    a, b, c = fine(), coarse(), fine()
    print(name, type(a).__name__, type(b).__name__, a - 10 ** 9 <= b * 1e9 <= c + 10 ** 9)
    print(error(fine, 1).split(':')[0])
# expect: time int float True
# expect: TypeError
# expect: monotonic int float True
# expect: TypeError
# expect: perf_counter int float True
# expect: TypeError
# expect: process_time int float True
# expect: TypeError
# expect: thread_time int float True
# expect: TypeError
print(type(time.clock_gettime_ns(time.CLOCK_MONOTONIC)).__name__, time.get_clock_info('thread_time').monotonic)  # expect: int True
import _thread


def burn():
    end = time.thread_time() + 0.1
    while time.thread_time() < end:
        pass
    done.release()


done = _thread.allocate_lock()
done.acquire()
own, whole = time.thread_time(), time.process_time()
_thread.start_new_thread(burn, ())
done.acquire()
print(time.thread_time() - own < 0.08, time.process_time() - whole >= 0.1)  # expect: True True
print(sys.exception())  # expect: None
try:
    1 / 0
except ZeroDivisionError as e:
    print(sys.exception() is e)  # expect: True
print(sys.exception())  # expect: None
print(sys.get_int_max_str_digits() in (0, 4300))  # expect: True
sys.set_int_max_str_digits(1000)
print(sys.get_int_max_str_digits(), len(str(10 ** 999)), error(str, 10 ** 1100).split(' ')[0])  # expect: 1000 1000 ValueError:
print(error(sys.set_int_max_str_digits, 5))  # expect: ValueError: maxdigits must be 0 or larger than 640
print(error(sys.set_int_max_str_digits, -1))  # expect: ValueError: maxdigits must be 0 or larger than 640
print(error(sys.set_int_max_str_digits, 'a'))  # expect: TypeError: 'str' object cannot be interpreted as an integer
sys.set_int_max_str_digits(maxdigits=0)
print(sys.get_int_max_str_digits(), len(str(10 ** 5000)))  # expect: 0 5001
print(sys.breakpointhook is sys.__breakpointhook__)  # expect: True
os.environ['PYTHONBREAKPOINT'] = '0'
print(breakpoint(), breakpoint(1, k=2))  # expect: None None
os.environ['PYTHONBREAKPOINT'] = 'print'
breakpoint('printed', 1, sep='-')  # expect: printed-1
os.environ['PYTHONBREAKPOINT'] = 'os.path.join'
print(breakpoint('a', 'b'))  # expect: a/b
import warnings
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    for path in 'no.such.module', 'os.path.nothing', 'nothing':
        os.environ['PYTHONBREAKPOINT'] = path
        print(breakpoint())
# expect: None
# expect: None
# expect: None
print([(w.category.__name__, str(w.message)) for w in caught])  # expect: [('RuntimeWarning', 'Ignoring unimportable $PYTHONBREAKPOINT: "no.such.module"'), ('RuntimeWarning', 'Ignoring unimportable $PYTHONBREAKPOINT: "os.path.nothing"'), ('RuntimeWarning', 'Ignoring unimportable $PYTHONBREAKPOINT: "nothing"')]
sys.breakpointhook = lambda *args, **kwargs: (args, kwargs)
print(breakpoint(1, a=2))  # expect: ((1,), {'a': 2})
del sys.breakpointhook
print(error(breakpoint))  # expect: RuntimeError: lost sys.breakpointhook


class Class:
    @staticmethod
    def plus(n):
        return n + 1

    two = plus(1)


print(Class.two, Class.__dict__['plus'](5), staticmethod(len)([1]), callable(staticmethod(len)))  # expect: 2 6 1 True
print(error(staticmethod(len)))  # expect: TypeError: len() takes exactly one argument (0 given)
