# Formatting that changes nothing gives the same str back; subclasses become plain.
text = ''.join(['abc', 'de'])


class Text(str):
    pass


for made in ('%s' % text, '%.5s' % text, '%.10s' % text, '%1s' % text, '%5s' % (text,), '{0}'.format(text), '{0:s}'.format(text),
             '{0:.5s}'.format(text), '{:.10s}'.format(text), '{:1s}'.format(text), text % (), text.format(), '{}'.format(text)):
    print(made is text, end=' ')  # expect: True True True True True True True True True True True True True 
print()
sub = Text('abcde')
for made in ('%s' % sub, '{}'.format(sub), sub % (), sub.format()):
    print(type(made).__name__, made is sub, end=' ')  # expect: str False str False Text True Text True 
print()
print('%6s' % text, '{:6}'.format(text), '%.2s' % text, '{:.2}'.format(text))  # expect:  abcde abcde  ab ab
