"""Every name of the reference is there."""
import time

EXPECTED = '''
    CLOCK_MONOTONIC CLOCK_MONOTONIC_RAW CLOCK_PROCESS_CPUTIME_ID CLOCK_REALTIME CLOCK_THREAD_CPUTIME_ID
    altzone asctime clock clock_getres clock_gettime clock_settime ctime daylight get_clock_info gmtime
    localtime mktime monotonic perf_counter process_time sleep strftime strptime struct_time time timezone
    tzname tzset
'''.split()

print([name for name in EXPECTED if not hasattr(time, name)])  # expect: []
print(len(EXPECTED))  # expect: 28
