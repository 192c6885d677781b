# options: -X max-steps=100000
# expect stderr contains: step
# exit: 1
import re
re.match('(a|a)*b', 'a' * 100)
