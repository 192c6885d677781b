# options: -X timeout=0.2
# timeout: 10
# expect stderr contains: time limit
# exit: 1
table = {}
for i in range(10 ** 7):
    table[i * (2 ** 61 - 1)] = i    # all of one hash
