# tokenize: kinds, places and texts of tokens; encodings; tokens back to source.
import io
import tokenize

SOURCES = (
    b'x = $ ? \xc3\xa9 = 1\n', b'"unterm\nx', b'async = 5\nawait=3\nasync def f():\n  await x\n  async with a: pass\nasync\n',
    b'x = \\\n  3\n', b'if 1:\n\t a\n     b\n', b"'abc\\\ndef'\n'a\\\n b", b'"""abc', b'(1,\n2',
    b'0xg 1__0 0b2 1e5 1_0.0_1e-1_0j .5 ... . 0777\n', b'a\x0cb\n\x0c x\n', b'if x:\n  y\n \n# c\n  #d\nz',
    b"rB'''x''' Rb\"q\" f'{a}' bu'x' ur'x'", b'a <> b := c -> d ! e != f // g //= ** **= @ @=\n', b'x \\ y\n',
    b'a;b\r\nc\r\n', b'', b'\n', b'   ', b'   \n x', b'x # c', b'# c')
for source in SOURCES:
    print(source)
    try:
        for token in tokenize.tokenize(io.BytesIO(source).readline):
            print('  ', token.exact_type, repr(token))
    except Exception as error:
        print('  ', type(error).__name__, error.args)
for source in (b'\xef\xbb\xbfx', b'# coding: latin-1\n', b'#!x\n# -*- coding: utf8 -*-', b'# coding: nope\n', b'\xff',
               b'\xef\xbb\xbf# coding: latin-1\n', b'x\n# coding: latin-1', b'# set fileencoding=iso_8859_1_unix :', b''):
    try:
        print(tokenize.detect_encoding(io.BytesIO(source).readline))
    except SyntaxError as error:
        print(error)
text = b'def f(a, *b):\n\tif a:\n\t  return [b,\n     "x" \'y\']\n# end\n'
tokens = list(tokenize.tokenize(io.BytesIO(text).readline))
print(tokenize.untokenize(tokens) == text, tokenize.untokenize(token[:2] for token in tokens))
