# C compares texts up to their first null character: there may be none.
import _locale

for f, arguments in ((_locale.strcoll, ('a\0', 'a')), (_locale.strcoll, ('a', 'a\0')), (_locale.strxfrm, ('\0',))):
    try:
        f(*arguments)
    except ValueError as e:
        print(e)
# expect: embedded null character
# expect: embedded null character
# expect: embedded null character
print(_locale.strcoll('a', 'a'), _locale.strxfrm('abc'))  # expect: 0 abc
