# The option 'z' of the format mini-language (PEP 682).

def attempt(value, spec):
    try:
        return format(value, spec)
    except ValueError as error:
        return str(error)

print(attempt(-0.0, 'z'))  # expect: 0.0
print(attempt(-0.0001, 'z.1f'))  # expect: 0.0
print(attempt(0.0, 'z'))  # expect: 0.0
print(attempt(-0.4, 'z.0f'))  # expect: 0
print(attempt(-0.4, '+z.0f'))  # expect: +0
print(attempt(-0.4, ' z.0f'))  # expect:  0
print(attempt(-1e-9, 'z.2%'))  # expect: 0.00%
print(attempt(-0.0, 'ze'))  # expect: 0.000000e+00
print(attempt(-0.0, 'zg'))  # expect: 0
print(attempt(-0.0, 'z#g'))  # expect: 0.00000
print(attempt(-0.0, 'zn'))  # expect: 0
print(attempt(-0.0-0.0j, 'z'))  # expect: (0+0j)
print(attempt(complex(-0.0,-0.001), 'z.1f'))  # expect: 0.0+0.0j
print(attempt('x', 'z'))  # expect: Negative zero coercion (z) not allowed in string format specifier
print(attempt('x', 'zs'))  # expect: Negative zero coercion (z) not allowed in string format specifier
print(attempt(1, 'z'))  # expect: Negative zero coercion (z) not allowed in integer format specifier
print(attempt(-1, 'zd'))  # expect: Negative zero coercion (z) not allowed in integer format specifier
print(attempt(0, 'zc'))  # expect: Negative zero coercion (z) not allowed in integer format specifier
print(attempt(-0.0, 'z08.1f'))  # expect: 000000.0
print(attempt(-0.0, '-z'))  # expect: 0.0
print(attempt(-0.0, 'z+'))  # expect: Unknown format code '+' for object of type 'float'
print(attempt(-0.0, 'zz'))  # expect: Unknown format code 'z' for object of type 'float'
print(attempt(-0.0, 'x>z10'))  # expect: xxxxxxx0.0
print(attempt(-5, 'z.1f'))  # expect: -5.0
print(attempt(0, 'z.1f'))  # expect: 0.0
print(attempt(-0.0, 'z,.1f'))  # expect: 0.0
print(attempt(True, 'z'))  # expect: Negative zero coercion (z) not allowed in integer format specifier
print(attempt(-0.06, 'z.1f'))  # expect: -0.1
print(attempt(-float('nan'), 'z'))  # expect: nan
print(attempt(-float('inf'), 'z'))  # expect: -inf
print(attempt(-1e-320, 'z'))  # expect: -1e-320
print(attempt(-1e-320, 'z.3e'))  # expect: -1.000e-320
print(f'{-0.04:z.1f}', '{:z.0f}'.format(-0.3))  # expect: 0.0 0
