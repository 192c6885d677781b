from _cases import *

run(r"""
memoryview(b'abcdef') == b'abcdef'
memoryview(b'abcdef') == memoryview(b'abcdef')
memoryview(b'abcdef') == 'abcdef'
memoryview(bytearray(b'abcdef')) == b'abcdef'
memoryview(bytearray(b'abcdef')) == memoryview(b'abcdef')
memoryview(bytearray(b'abcdef')) == 'abcdef'
memoryview(b'') == b'abcdef'
memoryview(b'') == memoryview(b'abcdef')
memoryview(b'') == 'abcdef'
memoryview(b'abcdefgh').cast('H') == b'abcdef'
memoryview(b'abcdefgh').cast('H') == memoryview(b'abcdef')
memoryview(b'abcdefgh').cast('H') == 'abcdef'
memoryview(b'abcdefgh').cast('B', [2, 4]) == b'abcdef'
memoryview(b'abcdefgh').cast('B', [2, 4]) == memoryview(b'abcdef')
memoryview(b'abcdefgh').cast('B', [2, 4]) == 'abcdef'
memoryview(b'abcdef')[::2] == b'abcdef'
memoryview(b'abcdef')[::2] == memoryview(b'abcdef')
memoryview(b'abcdef')[::2] == 'abcdef'
memoryview(b'abcdef')[::-1] == b'abcdef'
memoryview(b'abcdef')[::-1] == memoryview(b'abcdef')
memoryview(b'abcdef')[::-1] == 'abcdef'
memoryview('a')
memoryview(5)
memoryview()
memoryview(object=b'a').tobytes()
memoryview(b'a', 1)
hash(memoryview(b'a')) == hash(b'a')
hash(memoryview(bytearray(b'a')))
hash(memoryview(b'ab').cast('h'))
m(memoryview(b'a'), 'release')[0]
(lambda v: (v.release(), v.release(), m(v, 'tolist')[0]))(memoryview(b'a'))
(lambda v: v.__enter__() is v)(memoryview(b'a'))
memoryview(b'a') < memoryview(b'b')
memoryview(b'ab') + b'c'
it(memoryview(b'ab'))
it(reversed(memoryview(b'ab')))
97 in memoryview(b'a')
memoryview(memoryview(b'ab')[1:]).tobytes()
type('M', (memoryview,), {})
memoryview(b'ab').hex()
(lambda b: (lambda v: m(b, 'append', 1)[0])(memoryview(b)))(bytearray(b'a'))
""")
