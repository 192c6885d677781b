# Warnings for async and await as names and for escapes in f-strings; the message where a text ends too early.
import warnings
SOURCES = ["f'\\{6}'", 'async = 1', 'def f(await): pass', 'import x.async as b', 'def g():\n  async = 3\n  print(await=1)', 'class async: pass',
           'import math as await', 'def f(*, await=1): pass', 'x.async = 1', 'x.async', 'for await in []: pass', 'lambda async: 1']
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    for source in SOURCES:
        compile(source, 'name', 'exec')
        print(repr(source), [(str(w.message), w.lineno, w.category.__name__) for w in caught])
        del caught[:]
# expect: "f'\\{6}'" [('invalid escape sequence \\{', 1, 'DeprecationWarning')]
# expect: 'async = 1' [("'async' and 'await' will become reserved keywords in Python 3.7", 1, 'DeprecationWarning')]
# expect: 'def f(await): pass' [("'async' and 'await' will become reserved keywords in Python 3.7", 1, 'DeprecationWarning')]
# expect: 'import x.async as b' []
# expect: 'def g():\n  async = 3\n  print(await=1)' [("'async' and 'await' will become reserved keywords in Python 3.7", 2, 'DeprecationWarning'), ("'async' and 'await' will become reserved keywords in Python 3.7", 3, 'DeprecationWarning')]
# expect: 'class async: pass' [("'async' and 'await' will become reserved keywords in Python 3.7", 1, 'DeprecationWarning')]
# expect: 'import math as await' [("'async' and 'await' will become reserved keywords in Python 3.7", 1, 'DeprecationWarning')]
# expect: 'def f(*, await=1): pass' [("'async' and 'await' will become reserved keywords in Python 3.7", 1, 'DeprecationWarning')]
# expect: 'x.async = 1' [("'async' and 'await' will become reserved keywords in Python 3.7", 1, 'DeprecationWarning')]
# expect: 'x.async' []
# expect: 'for await in []: pass' [("'async' and 'await' will become reserved keywords in Python 3.7", 1, 'DeprecationWarning')]
# expect: 'lambda async: 1' [("'async' and 'await' will become reserved keywords in Python 3.7", 1, 'DeprecationWarning')]
with warnings.catch_warnings():
    warnings.simplefilter('error')
    for source in SOURCES:
        try:
            compile(source, 'name', 'exec')
        except (SyntaxError, DeprecationWarning) as error:
            print(type(error).__name__, error)
# expect: SyntaxError invalid escape sequence \{ (name, line 1)
# expect: DeprecationWarning 'async' and 'await' will become reserved keywords in Python 3.7
# expect: DeprecationWarning 'async' and 'await' will become reserved keywords in Python 3.7
# expect: DeprecationWarning 'async' and 'await' will become reserved keywords in Python 3.7
# expect: DeprecationWarning 'async' and 'await' will become reserved keywords in Python 3.7
# expect: DeprecationWarning 'async' and 'await' will become reserved keywords in Python 3.7
# expect: DeprecationWarning 'async' and 'await' will become reserved keywords in Python 3.7
# expect: DeprecationWarning 'async' and 'await' will become reserved keywords in Python 3.7
# expect: DeprecationWarning 'async' and 'await' will become reserved keywords in Python 3.7
# expect: DeprecationWarning 'async' and 'await' will become reserved keywords in Python 3.7
for source in "fb''", "''''''x", "fb'a'", 'a ""', "f() ''", "u''''''", "x '' ", 'ab""""""':
    try:
        eval(source)
    except SyntaxError as error:
        print(error, error.offset, error.text)
    except NameError as error:
        print(error)
# expect: unexpected EOF while parsing (<string>, line 1) 4 fb''
# expect: unexpected EOF while parsing (<string>, line 1) 7 ''''''x
# expect: invalid syntax (<string>, line 1) 5 fb'a'
# expect: unexpected EOF while parsing (<string>, line 1) 4 a ""
# expect: unexpected EOF while parsing (<string>, line 1) 6 f() ''
# expect: invalid syntax (<string>, line 1) 4 x ''
# expect: invalid syntax (<string>, line 1) 8 ab""""""
