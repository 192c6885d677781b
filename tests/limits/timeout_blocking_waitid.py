# options: -X timeout=0.2
# timeout: 10
# expect stderr contains: time limit
# exit: 1
import os
child = os.fork()
if child == 0:
    os.execv('/bin/sleep', ['sleep', '3'])
os.waitid(os.P_PID, child, os.WEXITED)
