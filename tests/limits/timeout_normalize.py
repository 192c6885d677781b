# options: -X timeout=0.2
# timeout: 10
# expect stderr contains: time limit
# exit: 1
import os, unicodedata
unicodedata.normalize('NFD', 'a' + '\u0301\u0316' * 10000000)
os._exit(7)
