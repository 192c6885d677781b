print('a' "b" '''c''' """d""", 'it''s', "tab\tend", '\x41\u00e9\U0001F600\101\0', '\N{BULLET}', r'\n\'', b'\x00\xff', rb'\x', Rb'\n', u'x')
print('unknown \q escape', '\'', "\"", '\a\b\f\v' == '\x07\x08\x0c\x0b', '\8', len('\1234'))
print('con' 'cat' f'{1}' 'ena', b'a' b'b', repr('\r\n'), 'é', "日本", r'\u0041', b'\u0041')
text = '''multi
line'''
joined = 'a\
b'
print(repr(text), joined, len('''\)
x'''), ("par"
    'ens'), "a'b" 'c"d'  # expect raises: SyntaxError: unexpected EOF while parsing
