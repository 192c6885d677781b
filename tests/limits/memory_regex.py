# options: -X memory-limit=32M
# expect stderr contains: MemoryError
# exit: 1
import re
re.match('(?:ab|a)*c', 'ab' * 2000000)
