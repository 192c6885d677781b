# options: -X timeout=0.3
# timeout: 10
# expect stderr contains: time
# exit: 1
import re
while True:
    try:
        re.search(r'(?:(?:\w|\d)+\s?)+$', 'word ' * 20 + '!')
    except BaseException:
        pass
