def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(1j, 1+2j, 1-2j, -0j, complex(-0.0, 1), complex(0.0, -0.0), complex('nan'), complex(float('inf'), float('nan')), 1e20j, 0.1+1e-7j)  # expect: 1j (1+2j) (1-2j) (-0-0j) (-0+1j) -0j (nan+0j) (inf+nanj) 1e+20j (0.1+1e-07j)
print(str(1.5+2j), repr(-1j), format(1+2j, '.2f'), format(1+2j, '>12'), '{:e}'.format(1+1j), '%s' % 1j)  # expect: (1.5+2j) (-0-1j) 1.00+2.00j       (1+2j) 1.000000e+00+1.000000e+00j 1j
print(attempt(lambda: format(1j, '=10')))  # expect: ValueError: '=' alignment flag is not allowed in complex format specifier
print(attempt(lambda: format(1j, 'd')))  # expect: ValueError: Unknown format code 'd' for object of type 'complex'
print(hash(1j), hash(1+2j), hash(1+0j))  # expect: 1000003 2000007 1
