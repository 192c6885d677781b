def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


d = {i: i for i in range(10)}
for i in range(0, 10, 2):
    del d[i]
print(d, len(d), 0 in d)  # expect: {1: 1, 3: 3, 5: 5, 7: 7, 9: 9} 5 False
d.clear()
print(d)  # expect: {}
d['again'] = 1
print(d)  # expect: {'again': 1}
print(attempt(lambda: d.clear(1)))  # expect: TypeError: clear() takes no arguments (1 given)
