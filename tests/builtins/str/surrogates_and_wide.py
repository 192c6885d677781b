def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


s = '\ud83d\ude00'
print(len(s), len('😀'), s == '😀', repr(s), ord('😀'), '😀x'.index('x'), 'x😀'[1] == '😀', '\U0010ffff' > '\uffff', '😀'.encode('utf-16-le'))  # expect: 2 1 False '\ud83d\ude00' 128512 1 True True b'=\xd8\x00\xde'
print(attempt(lambda: s.encode('utf-8')))  # expect: UnicodeEncodeError: 'utf-8' codec can't encode characters in position 0-1: surrogates not allowed
print(attempt(lambda: ord(s)))  # expect: TypeError: ord() expected a character, but string of length 2 found
print(s.encode('utf-16-le', 'surrogatepass').decode('utf-16-le') == '😀', 'é' == 'e\u0301', len('e\u0301'))  # expect: True False 2
