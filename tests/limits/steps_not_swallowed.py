# options: -X max-steps=200000
# expect stderr contains: step
# exit: 1
while True:
    try:
        while True:
            pass
    except BaseException:
        pass
    finally:
        pass
