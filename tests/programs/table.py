rows = [('apple', 3, 1.5, True), ('banana', 12, 0.25, False), ('cherry', 100, 12.125, True), ('ünïcode', -7, 1e6, None)]
widths = [max(len(str(r[i])) for r in rows) for i in range(4)]
print('+' + '+'.join('-' * (w + 2) for w in widths) + '+')  # expect: +---------+-----+-----------+-------+
for name, count, price, flag in rows:
    print('| {:<{}} | {:>{}d} | {:^{}} | {!s:*^{}} |'.format(name, widths[0], count, widths[1], price, widths[2], flag, widths[3]))
# expect: | apple   |   3 |    1.5    | True* |
# expect: | banana  |  12 |   0.25    | False |
# expect: | cherry  | 100 |  12.125   | True* |
# expect: | ünïcode |  -7 | 1000000.0 | None* |
for name, count, price, flag in rows:
    print('%-10s|%+5d|%10.3f|%-5s|%x' % (name, count, price, flag, abs(count)), f'{price:,.2f} {count:#06x} {name!r:>12} {count * price:e}')
# expect: apple     |   +3|     1.500|True |3 1.50 0x0003      'apple' 4.500000e+00
# expect: banana    |  +12|     0.250|False|c 0.25 0x000c     'banana' 3.000000e+00
# expect: cherry    | +100|    12.125|True |64 12.12 0x0064     'cherry' 1.212500e+03
# expect: ünïcode   |   -7|1000000.000|None |7 1,000,000.00 -0x007    'ünïcode' -7.000000e+06
print('{:,} {:_} {:%} {:+.1f} {:08.3f} {:>+8}'.format(1234567, 1234567, 0.1234, 5, -3.14159, 42))  # expect: 1,234,567 1_234_567 12.340000% +5.0 -003.142      +42
