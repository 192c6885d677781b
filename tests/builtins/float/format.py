def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(format(3.14159, '.2f'), format(3.14159, '10.3f'), format(3.14159, '<10.3') + '|', format(1e10, 'g'), format(1e-10, 'g'))  # expect: 3.14      3.142 3.14      | 1e+10 1e-10
print(format(1234567.891, ',.2f'), format(0.25, '%'), format(0.256, '.1%'), format(1e5, 'e'), format(1e5, 'E'), format(12.0, 'g'))  # expect: 1,234,567.89 25.000000% 25.6% 1.000000e+05 1.000000E+05 12
print(format(float('nan'), 'F'), format(float('inf'), '08'), format(-1.5, '+'), format(1.5, '+'), format(1.5, ' '), format(1.0, '#g'), format(1.0, '#.0f'))  # expect: NAN 00000inf -1.5 +1.5  1.5 1.00000 1.
print(format(1.0, ''), format(1e16, ''), format(123.456, '.4'), format(123456.0, '.3'), format(1.0, 'n'), format(0.5, '_.3f'), format(1234.5, '_'))  # expect: 1.0 1e+16 123.5 1.23e+05 1 0.500 1_234.5
print('%.3f %e %g %G %5.1f|%-8.2f|%+f' % (1.5, 1500, 1e-5, 1e20, 3.14159, 2.5, 1.0), '%#.0f' % 3, '%05.1f' % -2.5)  # expect: 1.500 1.500000e+03 1e-05 1E+20   3.1|2.50    |+1.000000 3. -02.5
print(attempt(lambda: format(1.5, 'd')))  # expect: ValueError: Unknown format code 'd' for object of type 'float'
print(attempt(lambda: format(1.5, 's')))  # expect: ValueError: Unknown format code 's' for object of type 'float'
print(attempt(lambda: format(1.5, 'x')))  # expect: ValueError: Unknown format code 'x' for object of type 'float'
print(format(1.5, '.100f')[:20], format(2**70 + 0.0, 'f'), format(5e-324, '.5g'), format(0.00001234, '.3'), format(1e50, '.0f'))  # expect: 1.500000000000000000 1180591620717411303424.000000 4.9407e-324 1.23e-05 100000000000000007629769841091887003294964970946560

# Zeros behind the digits that a number has.
for spec in ('.3000e', '.3000E', '.3000f', '.3000g', '#.3000g', '.3000', '.3000%'):
    for number in (1.5, -5e-324, 1e300, 0.0, float('inf')):
        text = format(number, spec)
        print(spec, number, len(text), text[:12], text[-8:], text.count('0'))
    text = '%' + spec.rstrip('%')
    if text[-1] in 'eEfg':
        print(len(text % 0.1), (text % 0.1)[:8], (text % 0.1)[-8:])
# expect: .3000e 1.5 3006 1.5000000000 0000e+00 3001
# expect: .3000e -5e-324 3008 -4.940656458 000e-324 2323
# expect: .3000e 1e+300 3007 1.0000000000 000e+300 2753
# expect: .3000e 0.0 3006 0.0000000000 0000e+00 3003
# expect: .3000e inf 3 inf inf 0
# expect: 3006 1.000000 0000e-01
# expect: .3000E 1.5 3006 1.5000000000 0000E+00 3001
# expect: .3000E -5e-324 3008 -4.940656458 000E-324 2323
# expect: .3000E 1e+300 3007 1.0000000000 000E+300 2753
# expect: .3000E 0.0 3006 0.0000000000 0000E+00 3003
# expect: .3000E inf 3 INF INF 0
# expect: 3006 1.000000 0000E-01
# expect: .3000f 1.5 3002 1.5000000000 00000000 2999
# expect: .3000f -5e-324 3003 -0.000000000 00000000 2323
# expect: .3000f 1e+300 3302 100000000000 00000000 3051
# expect: .3000f 0.0 3002 0.0000000000 00000000 3001
# expect: .3000f inf 3 inf inf 0
# expect: 3002 0.100000 00000000
# expect: .3000g 1.5 3 1.5 1.5 0
# expect: .3000g -5e-324 758 -4.940656458 625e-324 73
# expect: .3000g 1e+300 301 100000000000 00540160 51
# expect: .3000g 0.0 1 0 0 1
# expect: .3000g inf 3 inf inf 0
# expect: 57 0.100000 41015625
# expect: #.3000g 1.5 3001 1.5000000000 00000000 2998
# expect: #.3000g -5e-324 3007 -4.940656458 000e-324 2322
# expect: #.3000g 1e+300 3001 100000000000 00000000 2750
# expect: #.3000g 0.0 3001 0.0000000000 00000000 3000
# expect: #.3000g inf 3 inf inf 0
# expect: 3002 0.100000 00000000
# expect: .3000 1.5 3 1.5 1.5 0
# expect: .3000 -5e-324 758 -4.940656458 625e-324 73
# expect: .3000 1e+300 303 100000000000 540160.0 52
# expect: .3000 0.0 3 0.0 0.0 2
# expect: .3000 inf 3 inf inf 0
# expect: .3000% 1.5 3005 150.00000000 0000000% 3001
# expect: .3000% -5e-324 3004 -0.000000000 0000000% 2323
# expect: .3000% 1e+300 3305 100000000000 0000000% 3042
# expect: .3000% 0.0 3003 0.0000000000 0000000% 3001
# expect: .3000% inf 4 inf% inf% 0
