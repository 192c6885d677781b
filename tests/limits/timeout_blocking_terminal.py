# options: -X timeout=0.2
# timeout: 10
# expect stderr contains: time limit
# exit: 1
import os
master, slave = os.openpty()
open(slave).readline()
