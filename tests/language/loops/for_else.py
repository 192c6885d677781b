for i in range(3):
    print(i)
else:
    print('else')
# expect: 0
# expect: 1
# expect: 2
# expect: else
for i in range(3):
    if i == 1:
        break
    print('loop', i)  # expect: loop 0
else:
    print('not here')
for i in []:
    pass
else:
    print('empty else')  # expect: empty else
for i in range(4):
    if i % 2:
        continue
    print('even', i)
# expect: even 0
# expect: even 2
print(i)  # expect: 3
while i < 6:
    i += 1
    if i == 5:
        continue
else:
    print('while else', i)  # expect: while else 6
n = 0
while True:
    n += 1
    if n > 3:
        break
else:
    print('never')
print(n)  # expect: 4
