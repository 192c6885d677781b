# options: -X max-steps=100000
# expect stderr contains: step
# exit: 1
print('start')  # expect: start
while True:
    pass
