def kind(n):
    if n < 0:
        return 'neg'
    elif n == 0:
        return 'zero'
    elif n < 10: return 'small'
    else:
        if n % 2:
            return 'odd'
    return 'even'
print([kind(n) for n in (-1, 0, 5, 11, 12)])  # expect: ['neg', 'zero', 'small', 'odd', 'even']
if []: print('never')
elif {}: print('never')
else: print('else')  # expect: else
if 1: pass
if 'a' and 0 or 5: print('complex')  # expect: complex
x = 1 if 0 else 2 if 0 else 3
print(x, (1 if 1 else 2) + 1, [1 if i else 0 for i in range(2)])  # expect: 3 2 [0, 1]
if not None is None: print('never')
if True: a = 1; b = 2; print(a + b)  # expect: 3
