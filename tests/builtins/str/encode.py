def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print('aé€😀'.encode(), 'é'.encode('latin-1'), 'a'.encode('utf-16'), 'a€'.encode('utf-16-le'), 'a'.encode('utf-32-be'), 'é€'.encode('ascii', 'ignore'), 'é€'.encode('ascii', 'replace'))  # expect: b'a\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80' b'\xe9' b'\xff\xfea\x00' b'a\x00\xac ' b'\x00\x00\x00a' b'' b'??'
print('é€'.encode('ascii', 'xmlcharrefreplace'), 'é€'.encode('ascii', 'backslashreplace'), '\udc80'.encode('utf-8', 'surrogateescape'), '\ud800'.encode('utf-8', 'surrogatepass'), 'a'.encode(encoding='ASCII', errors='strict'))  # expect: b'&#233;&#8364;' b'\\xe9\\u20ac' b'\x80' b'\xed\xa0\x80' b'a'
print(attempt(lambda: 'é'.encode('ascii')))  # expect: UnicodeEncodeError: 'ascii' codec can't encode character '\xe9' in position 0: ordinal not in range(128)
print(attempt(lambda: '€'.encode('latin-1')))  # expect: UnicodeEncodeError: 'latin-1' codec can't encode character '\u20ac' in position 0: ordinal not in range(256)
print(attempt(lambda: '\ud800'.encode()))  # expect: UnicodeEncodeError: 'utf-8' codec can't encode character '\ud800' in position 0: surrogates not allowed
print(attempt(lambda: 'a'.encode('nope')))  # expect: LookupError: unknown encoding: nope
print(attempt(lambda: 'é'.encode('ascii', 'nope')))  # expect: LookupError: unknown error handler name 'nope'
