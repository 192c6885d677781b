# options: -X memory-limit=32M
import re
try:
    re.match('(?:(a)|b)*c', 'ab' * 2000000)
except MemoryError:
    print('caught')  # expect: caught
print(re.findall('(a)|b', 'ab' * 2))  # expect: ['a', '', 'a', '']
