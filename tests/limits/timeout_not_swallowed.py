# options: -X timeout=0.3
# timeout: 10
# expect stderr contains: time
# exit: 1
def stubborn():
    while True:
        try:
            while True:
                pass
        except BaseException:
            continue


stubborn()
