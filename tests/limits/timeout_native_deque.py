# options: -X timeout=0.3
# timeout: 10
# expect stderr contains: time
# exit: 1
import collections
import itertools
collections.deque(itertools.repeat(0), maxlen=0)
