# options: -X timeout=0.3
# timeout: 10
# expect stderr contains: time
# exit: 1
import re
re.match('(a*)*(a*)*(a*)*b', 'a' * 60)
