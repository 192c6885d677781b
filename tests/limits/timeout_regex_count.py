# options: -X timeout=0.3
# timeout: 10
# expect stderr contains: time
# exit: 1
# Nothing is ever pushed back here: loops that go forward alone.
import re
text = 'a' * 2000000
while True:
    re.findall('[^b]+c', text, 0)
