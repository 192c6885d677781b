try:
    1 / 0
except ZeroDivisionError:
    print(unknown)
# exit: 1
