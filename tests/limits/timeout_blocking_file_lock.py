# options: -X timeout=0.2
# timeout: 10
# expect stderr contains: time limit
# exit: 1
import fcntl
with open(__file__) as a, open(__file__) as b:
    fcntl.flock(a, fcntl.LOCK_EX)
    fcntl.flock(b, fcntl.LOCK_EX)
