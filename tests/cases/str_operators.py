from _cases import *

run(r"""
'' < None
'' > 'a'
'' >= ''
'' in 'a'
'' not in 'aaaa'
'a' + ''
'a' != ' a  b\t\n'
'a' < 'abcabc'
'a' < ' a  b\t\n'
'a' < Bad()
'a' > '\u20ac\U0001f600x\u20ac'
'a' >= ' a  b\t\n'
'a' not in 'abcabc'
'abcabc' + SStr('abcabc')
'abcabc' + None
'abcabc' < 'abcabc'
'abcabc' > ' a  b\t\n'
'abcabc' >= 'abcabc'
'abcabc' in b'a'
'abcabc' not in 'aaaa'
'aaaa' in 'a'
'aaaa' not in ' a  b\t\n'
' a  b\t\n' <= Bad()
' a  b\t\n' > None
' a  b\t\n' >= 'a'
' a  b\t\n' >= b'a'
' a  b\t\n' not in None
'\u20ac\U0001f600x\u20ac' == ''
'\u20ac\U0001f600x\u20ac' != '\u20ac\U0001f600x\u20ac'
'\u20ac\U0001f600x\u20ac' <= ''
'\u20ac\U0001f600x\u20ac' >= ''
'\u20ac\U0001f600x\u20ac' not in SStr('abcabc')
'\u20ac\U0001f600x\u20ac' not in Bad()
'\ud800a\udfff' + ' a  b\t\n'
'\ud800a\udfff' == Bad()
'\ud800a\udfff' > 'abcabc'
'\ud800a\udfff' in '\u20ac\U0001f600x\u20ac'
'\ud800a\udfff' in Bad()
'\ud800a\udfff' not in '\u20ac\U0001f600x\u20ac'
'stra\xdfe \u0130\u0131\u017f' < None
'stra\xdfe \u0130\u0131\u017f' in 5
'stra\xdfe \u0130\u0131\u017f' not in SStr('abcabc')
5 != 'abcabc'
5 != None
5 <= 'aaaa'
5 <= None
5 not in b'a'
None + 'abcabc'
None != 5
None < None
None > SStr('abcabc')
b'a' + 'aaaa'
b'a' == 'a'
b'a' != 'abcabc'
b'a' >= SStr('abcabc')
b'a' in 5
b'a' not in 5
'' * 0
'' * 1
'' * 3
'' * -1
'' * True
'' * Idx(2)
'ab' * 0
'ab' * 1
'ab' * 3
'ab' * -1
'ab' * True
'ab' * Idx(2)
'\u20ac' * 0
'\u20ac' * 1
'\u20ac' * 3
'\u20ac' * -1
'\u20ac' * True
'\u20ac' * Idx(2)
'\ud800' * 0
'\ud800' * 1
'\ud800' * 3
'\ud800' * -1
'\ud800' * True
'\ud800' * Idx(2)
3 * 'ab'
'a' * 1.5
'a' * 'b'
'a' * None
'ab' * sys.maxsize
'ab' * 2**70
'a' * Bad()
'' * sys.maxsize
-'a'
+'a'
'a' - 'b'
'a' / 'b'
'a' ** 2
'a' @ 'b'
'abc'.__getnewargs__()
it('a\u20ac\U0001f600')
len('\U0001f600\ud800')
'a'.__add__(5)
'a'.__mul__('x')
'a'.__rmul__(2)
'a'.__eq__(5)
'a'.__lt__('b')
hash('a') == hash(SStr('a'))
'abc'.__sizeof__() > 40
'%s' .__mod__(5)
'a'.__rmod__('%s')
'a'.__mul__(1.5)
'a'.__mul__('b')
'a'.__rmul__('b')
""")
