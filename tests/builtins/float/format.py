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
