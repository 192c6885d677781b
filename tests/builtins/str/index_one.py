s='abc\xe9\u20ac'
def at(i): return s[i]
for i in range(-6,7):
    try: print(i, ascii(at(i)), ascii(s[0]), ascii(s[-1]))
    except IndexError as e: print(e)
# expect: string index out of range
# expect: -5 'a' 'a' '\u20ac'
# expect: -4 'b' 'a' '\u20ac'
# expect: -3 'c' 'a' '\u20ac'
# expect: -2 '\xe9' 'a' '\u20ac'
# expect: -1 '\u20ac' 'a' '\u20ac'
# expect: 0 'a' 'a' '\u20ac'
# expect: 1 'b' 'a' '\u20ac'
# expect: 2 'c' 'a' '\u20ac'
# expect: 3 '\xe9' 'a' '\u20ac'
# expect: 4 '\u20ac' 'a' '\u20ac'
# expect: string index out of range
# expect: string index out of range
class S(str): pass
def k(x): return x[0]
for x in ('', 'a', S('b'), [1], 'z', b'q', {0: 5}, 'y'):
    try: print(k(x))
    except IndexError as e: print(e)
# expect: string index out of range
# expect: a
# expect: b
# expect: 1
# expect: z
# expect: 113
# expect: 5
# expect: y
