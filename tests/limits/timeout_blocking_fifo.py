# options: -X timeout=0.2
# timeout: 10
# expect stderr contains: time limit
# exit: 1
import os
path = 'timeout_fifo_%d' % os.getpid()
os.mkfifo(path)
O_PATH = 0o10000000
place = os.open(path, O_PATH)
os.unlink(path)
open('/proc/self/fd/%d' % place)
