for a in range(3):
    for b in range(3):
        if b == 1:
            break
        if a == 2:
            continue
        print(a, b)
    else:
        print('no break')
# expect: 0 0
# expect: 1 0
def find(rows, x):
    for i, row in enumerate(rows):
        for j, v in enumerate(row):
            if v == x:
                return i, j
    return None
print(find([[1, 2], [3, 4]], 4), find([], 1))  # expect: (1, 1) None
for x in 'ab':
    while True:
        for y in 'cd':
            print(x, y)
            break
        break
# expect: a c
# expect: b c
