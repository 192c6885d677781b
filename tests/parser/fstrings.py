f''
f'abc' 'def'
f'{a}'
f'{a}{b}' f'{c}'
'x' f'y{a}z' 'w' '''v'''
f'{a!r}{b!s:>10}{c!a:{d}}{e:{f}.{g}}'
f'{{}}{{{a}}}'
f'{a:{{}}}' if 0 else 1
f'{ a + b }{f(c, d=e)}{[x for x in y]}{ {1: 2}[1] }{(lambda x: x)}'
f'{a["b"]}{"c"}{d != e}{f"{g}"}'
fr'\d{a}\{b}'
rf'''
{a}
  {b
   + c}
'''
(f'{a}'
 f'{b}'
 'c')
f'\N{BULLET}{a}\x41\{b}'
f'''{
a}'''
f'é{a}ñ{b}'
f'{yield_}{*a,}{a, b}'
f"{'a' if b else 'c'}" f'{f"{d:{e}}"}'
