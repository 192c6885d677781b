# options: -X timeout=0.2
# timeout: 10
# expect stderr contains: time limit
# exit: 1
import os
r, w = os.pipe()
with open(w, 'wb', 0) as f:
    while True:
        f.write(b'x' * 100000)
