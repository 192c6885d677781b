# tzset() looks at os.environ as the script has left it.
import os, time

for zone in ('EST+05EDT,M4.1.0,M10.5.0', 'UTC+0', 'AEST-10AEDT-11,M10.5.0,M3.5.0'):
    os.environ['TZ'] = zone
    time.tzset()
    print(time.tzname, time.timezone, time.altzone, time.daylight, time.localtime(1040774400).tm_hour)
# expect: ('EST', 'EDT') 18000 14400 1 19
# expect: ('UTC', 'UTC') 0 0 0 0
# expect: ('AEST', 'AEDT') -36000 -39600 1 11
del os.environ['TZ']
