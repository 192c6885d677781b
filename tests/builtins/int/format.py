def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(format(255, 'x'), format(255, '#X'), format(255, '#b'), format(255, 'o'), format(65, 'c'))  # expect: ff 0XFF 0b11111111 377 A
print(format(1234567, ','), format(1234567, '_'), format(0xFFFFFFFF, '_x'), format(-5, '08d'), format(5, '+'), format(5, ' d'))  # expect: 1,234,567 1_234_567 ffff_ffff -0000005 +5  5
print(format(5, '<5') + '|', format(5, '^5') + '|', format(5, '*>5'), format(-5, '=6'), format(5, '06.2f'), format(5, 'e'))  # expect: 5    |   5  | ****5 -    5 005.00 5.000000e+00
print(format(3, '%'), format(10**20, ',d'), format(5, 'n'), format(1, ''))  # expect: 300.000000% 100,000,000,000,000,000,000 5 1
print(attempt(lambda: format(5, 's')))  # expect: ValueError: Unknown format code 's' for object of type 'int'
print(attempt(lambda: format(5, '.2d')))  # expect: ValueError: Precision not allowed in integer format specifier
print(attempt(lambda: format(5, ',x')))  # expect: ValueError: Cannot specify ',' with 'x'.
print(attempt(lambda: format(5, 'yy')))  # expect: ValueError: Invalid format specifier
print(attempt(lambda: format(-1, 'c')))  # expect: OverflowError: %c arg not in range(0x110000)
print(attempt(lambda: format(5, '+c')))  # expect: ValueError: Sign not allowed with integer format specifier 'c'
print(attempt(lambda: format(1114112, 'c')))  # expect: OverflowError: %c arg not in range(0x110000)
