def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(0, -0, 10**25, -10**25, repr(12), str(12), (12).__repr__())  # expect: 0 0 10000000000000000000000000 -10000000000000000000000000 12 12 12
print(hex(255), hex(-255), oct(8), oct(-8), bin(5), bin(-5), hex(2**70), hex(0))  # expect: 0xff -0xff 0o10 -0o10 0b101 -0b101 0x400000000000000000 0x0
print(attempt(lambda: hex(1.5)))  # expect: TypeError: 'float' object cannot be interpreted as an integer
print(attempt(lambda: bin('a')))  # expect: TypeError: 'str' object cannot be interpreted as an integer
n = 3**400
print(n, int(str(n)) == n, len(str(7**5000)), str(7**5000)[:20], str(7**5000)[-20:])  # expect: 70550791086553325712464271575934796216507949612787315762871223209262085551582934156579298529447134158154952334825355911866929793071824566694145084454535257027960285323760313192443283334088001 True 4226 30917194013597692114 79025402256403000001
