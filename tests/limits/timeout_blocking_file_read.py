# options: -X timeout=0.2
# timeout: 10
# expect stderr contains: time limit
# exit: 1
import os
r, w = os.pipe()
with open(r, 'rb') as f:
    f.read()
