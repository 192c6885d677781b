# options: -X max-steps=100000
# expect stderr contains: step
# exit: 1
def f():
    return 1


while True:
    f()
