b = b'Hello World1'
print(b.lower(), b.upper(), b.swapcase(), b.title(), b.capitalize(), b'\xe9'.upper())  # expect: b'hello world1' b'HELLO WORLD1' b'hELLO wORLD1' b'Hello World1' b'Hello world1' b'\xe9'
for name in ['isalnum', 'isalpha', 'isdigit', 'islower', 'isspace', 'istitle', 'isupper']:
    print(name, [getattr(x, name)() for x in (b'', b'abc', b'ABC', b'12', b' \t', b'Ab Cd', b'\xe9')])
# expect: isalnum [False, True, True, True, False, False, False]
# expect: isalpha [False, True, True, False, False, False, False]
# expect: isdigit [False, False, False, True, False, False, False]
# expect: islower [False, True, False, False, False, False, False]
# expect: isspace [False, False, False, False, True, False, False]
# expect: istitle [False, False, False, False, False, True, False]
# expect: isupper [False, False, True, False, False, False, False]
