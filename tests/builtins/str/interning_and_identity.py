a = 'hello'
b = 'hel' + 'lo'
print(a == b, hash(a) == hash(b), ''.join(['h', 'ello']) == a, 'a' * 3 == 'aaa', '' == str(), 'é' == '\xe9' == '\u00e9')  # expect: True True True True True True
import sys
print(sys.intern('x' * 10) is sys.intern('xxxxxxxxxx'), {a: 1}[''.join(list('hello'))])  # expect: True 1
