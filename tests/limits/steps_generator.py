# options: -X max-steps=100000
# expect stderr contains: step
# exit: 1
def forever():
    while True:
        yield 1


sum(forever())
