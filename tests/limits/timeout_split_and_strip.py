# options: -X timeout=0.3
# timeout: 10
# expect stderr contains: time limit
# exit: 1
# Each call alone takes longer than the time there is, and finds or makes nothing on the way.
text = 'a' * 100000000
data = b'a' * 100000000
while True:
    text.strip('a')
    text.split()
    text.rsplit()
    text.splitlines()
    data.split(b'a')
    data.splitlines()
