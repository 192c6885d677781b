# Tokens of small sources, sound and broken, and the texts made from them again.
import io
import token
import tokenize


def show(source):
    print(ascii(source))
    tokens = []
    try:
        for info in tokenize.tokenize(io.BytesIO(source.encode() if isinstance(source, str) else source).readline):
            tokens.append(info)
            print('  ', info.type, tokenize.tok_name[info.exact_type], ascii(info.string), info.start, info.end)
    except (tokenize.TokenError, SyntaxError) as e:
        print('  ', type(e).__name__, ascii(e.args))
        return
    for source in (tokens, [info[:2] for info in tokens]):
        try:
            print('  ', ascii(tokenize.untokenize(source)))
        except ValueError as e:
            print('  ', e)


SOURCES = [
    'async def f():\n  await x\n  async with a: pass\nawait = 1\nasync = 2\nasync\n', 'async def f(): await x\nasync\n',
    'def f():\n async def g():\n  await 1\n await = 2\n', 'x = """a\nb"""\n', '"abc\\\ndef"\n', '"abc\\\ndef\n', '"abc\n', "'''", '(\n', 'a\\\nb', 'a\\',
    '\tx\n        y\n', 'if 1:\n  a\n b\n', '1_000 0xf 1e5j .5 5. 0777 1__0\n', '$?!\n', 'a.b...c->d**=e//=f@=g\n', '\f x\n', '# c', '# c\n', '', '\n', 'x',
    '  \n', '\xe9=1\n', 'rb"x" Rb\'y\' f"z" bu"w"\n', 'async\\\n def f(): pass\n', 'async "x"\n', '0_7 09 1.e5 1_.5\n', 'async 1\n', 'a;b\r\nc\r\n',
    'x = (1,\n  # c\n\n 2)\n', 'async async def f(): pass\n', 'if x:\n    # c\n    y\n\n  # d\nz\n', 'def f(a, *, b: int = 1) -> None:\n    return a <= b != c\n',
    'class A(B):\n\tdef m(self): pass\n\n\n@d\nclass C: pass\n', b'# coding: latin-1\nx = "\xe9"\n', b'\xef\xbb\xbfx\n', b'# coding: nowhere\n', b'\xff\n']
for source in SOURCES:
    show(source)
for head in [b'# coding: latin-1\n', b'# -*- coding: utf8 -*-\n', b'\xef\xbb\xbf# coding: latin-1\n', b'\xef\xbb\xbfx\n', b'#!/x\n# vim: set fileencoding=cp1252 :\n',
             b'# coding: foo\n', b'\xff\n', b'x\n# coding: foo\n', b'\n# coding: utf-8\n', b'#\n\xff\n', b'', b'# coding=iso_8859_1-unix\n',
             b'\xef\xbb\xbf# coding: utf_8\n', b'\x0c# coding: ascii']:
    try:
        print(tokenize.detect_encoding(io.BytesIO(head).readline))
    except SyntaxError as e:
        print(e)
print(tokenize.EXACT_TOKEN_TYPES == {text: tokenize.EXACT_TOKEN_TYPES[text] for text in tokenize.EXACT_TOKEN_TYPES}, len(tokenize.EXACT_TOKEN_TYPES))
print(next(tokenize.generate_tokens(io.StringIO('a').readline)))
print(token.tok_name[token.RARROW], token.ISTERMINAL(5), token.ISNONTERMINAL(256), token.ISEOF(0), sorted(token.__all__) == sorted(set(token.__all__)))
print(len(tokenize.__all__), tokenize.N_TOKENS, token.N_TOKENS)
with tokenize.open(__file__) as file:
    print(file.encoding, file.mode, file.readline().rstrip())
    print(sum(1 for info in tokenize.generate_tokens(file.readline) if info.type == tokenize.NAME) > 50)
