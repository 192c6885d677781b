# Names and doc strings of classes are text that can be written as UTF-8.
def attempt(call, *args):
    try:
        call(*args)
        print('made')
    except Exception as error:
        print(type(error).__name__, ascii(str(error)))


class A:
    pass


attempt(type, 'A\udcdcB', (), {})  # expect: UnicodeEncodeError "'utf-8' codec can't encode character '\\udcdc' in position 1: surrogates not allowed"
attempt(setattr, A, '__name__', 'A\udcdcB')  # expect: UnicodeEncodeError "'utf-8' codec can't encode character '\\udcdc' in position 1: surrogates not allowed"
attempt(type, 'A', (), {'__doc__': 'x\udcdcy'})  # expect: UnicodeEncodeError "'utf-8' codec can't encode character '\\udcdc' in position 1: surrogates not allowed"
attempt(type, 'A', (), {'__doc__': b'x\udcdcy' if False else 'x\u20acy'})  # expect: made
attempt(setattr, A, '__doc__', 'x\udcdcy')  # expect: made
attempt(type, '\xe9', (), {'__qualname__': 'x\udcdcy'})  # expect: made
print(A.__name__, ascii(A.__doc__))  # expect: A 'x\udcdcy'
attempt(type, 'A\udcdc\udcddB', (), {})  # expect: UnicodeEncodeError "'utf-8' codec can't encode characters in position 1-2: surrogates not allowed"
attempt(type, 'A', (), {'__doc__': '\udcdc\ud800\udfff'})  # expect: UnicodeEncodeError "'utf-8' codec can't encode characters in position 0-2: surrogates not allowed"
