n = 5
while n: n -= 1
print(n)  # expect: 0
while n < 10:
    n += 1
    if n % 2: continue
    if n > 6: break
    print('n', n)
else: print('else')
# expect: n 2
# expect: n 4
# expect: n 6
def f():
    while 1:
        try: return 'from try'
        finally: print('finally')
print(f())  # expect: finally
# expect: from try
i = 0
while (lambda: i < 3)():
    i += 1
print(i)  # expect: 3
while True:
    while True:
        break
    else:
        print('never')
    break
else:
    print('never')
while False: pass
else: print('else of false')  # expect: else of false
