# options: -X timeout=0.2
# timeout: 10
# expect stderr contains: time limit
# exit: 1
import os
if os.fork() == 0:
    os.execv('/bin/sleep', ['sleep', '3'])
os.wait4(-1, 0)
