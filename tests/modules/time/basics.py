import time


def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


a, b = time.time(), time.time()
print(type(a).__name__, b >= a, a > 1.5e9, time.monotonic() <= time.monotonic(), time.perf_counter() <= time.perf_counter(), time.process_time() >= 0, time.sleep(0))  # expect: float True True True True True None
print(time.gmtime(0)[:6], time.gmtime(86400 * 365).tm_year, time.strftime('%Y-%m-%d %H:%M:%S', time.gmtime(1000000000)), type(time.localtime()).__name__)  # expect: (1970, 1, 1, 0, 0, 0) 1971 2001-09-09 01:46:40 struct_time
print(attempt(lambda: time.sleep(-1)))  # expect: ValueError: sleep length must be non-negative
print(attempt(lambda: time.sleep('a')))  # expect: TypeError: an integer is required (got type str)
start = time.monotonic()
time.sleep(0.01)
print(0.009 < time.monotonic() - start < 2)  # expect: True
