# options: -X timeout=0.3
# timeout: 10
# expect stderr contains: time limit
# exit: 1
# Millions of short hits in one call.
data = b'ab' * 50000000
text = 'ab' * 50000000
while True:
    data.replace(b'a', b'c')
    data.replace(b'ab', b'')
    data.count(b'a')
    text.count('ab')
