def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print('42'.zfill(5), '-42'.zfill(5), '+4'.zfill(4), 'abc'.zfill(2), ''.zfill(3), '--1'.zfill(5))  # expect: 00042 -0042 +004 abc 000 -00-1
print(attempt(lambda: 'a'.zfill('b')))  # expect: TypeError: 'str' object cannot be interpreted as an integer
