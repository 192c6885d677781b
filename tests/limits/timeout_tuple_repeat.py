# options: -X timeout=0.3
# timeout: 10
# expect stderr contains: time limit
# exit: 1
# What was copied when the time was over is counted once.
items = (object(),) * 3000000
while True:
    items * 2
