# options: -X timeout=0.3
# timeout: 20
# expect stderr contains: time
# exit: 1
x = 3
while True:
    x = x * x % (2 ** 2000000 - 1)
