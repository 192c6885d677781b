# f'{x=}' (3.8) and PEP 701 (3.12), where the answers are those of CPython 3.13.


def message(source):
    try:
        compile(source, '<text>', 'eval')
    except SyntaxError:
        return 'SyntaxError'
    return 'compiles'


x, y, name = 5, 3.14159, 'Ann'
print(f'{x=}')  # expect: x=5
print(f'{x = }')  # expect: x = 5
print(f'{ x  =  }')  # expect:  x  =  5
print(f'{x=!s}', f'{name=}', f'{name=!s}', f'{name=!r:>8}')  # expect: x=5 name='Ann' name=Ann name=   'Ann'
print(f'{y=:.2f}', f'{x=:>5}', f'{x=:}')  # expect: y=3.14 x=    5 x=5
print(f'{x + 1=}', f'{x==5}', f'{x!=5}', f'{x<=5}', f'{x>=5}')  # expect: x + 1=6 True False True True
print(f'{x=} and {y=}', f'{(x, y)=}')  # expect: x=5 and y=3.14159 (x, y)=(5, 3.14159)
print(f'{name.upper()=}', f'{"a" "b"=}')  # expect: name.upper()='ANN' "a" "b"='ab'
print(f'{{x=}}', f'{x=}' 'y=' f'{x}')  # expect: {x=} x=5y=5
print(f'''{
x
=}''')  # expect: 
# expect: x
# expect: =5
print(f'{f"{x=}"=}')  # expect: f"{x=}"='x=5'
print(f'{x=:{4}}', f'{1:{x=}}')  # expect: x=   5 xxxx1
print(f'{'a'}')  # expect: a
print(f'{'a' + "b" + 'c'}')  # expect: abc
print(f'{f'{f'{f'{x}'}'}'}')  # expect: 5
print(f"{"{"}", f'{'}'}', f'{"'"}')  # expect: { } '
print(f'{'\n'.join(['p', 'q'])}')  # expect: p
# expect: q
print(f'{chr(65) + '\x42'}')  # expect: AB
print(f'{
    x   # the number
}')  # expect: 5
print(f'{[
    1,
    2,
][1]}')  # expect: 2
print(f'{x:{'>'}{'7'}}')  # expect:       5
print(f'{ {'k': 'v'}['k'] }')  # expect: v
print(f'{(lambda q: q * 2)(4)}', f'{x if x else 'none'}')  # expect: 8 5
print(rf'\{x}', fr'{x}\n', f'\N{DIGIT ONE}{x}', f'{x}\t{x}')  # expect: \5 5\n 15 5	5
print(f'{x !r}', f'{name!r }')  # expect: 5 'Ann'
print(f'{(w := 4)}', f'{w:=4}')  # expect: 4    4
print(f'{'''triple'''}', f'''{'single'} {"double"} {'a' 'b'}''')  # expect: triple single double ab
print(f'{r'\d'} {b'x'} {rb'\y'}')  # expect: \d b'x' b'\\y'
print(f'{'#'}', f'{x:#x}', f'{'a # b'}')  # expect: # 0x5 a # b
print(f'{','.join(str(i) for i in range(3))}')  # expect: 0,1,2
print(f'{x,}', f'{x, y}', f'{*[1, 2],}')  # expect: (5,) (5, 3.14159) (1, 2)
print(f'{x:{x:{x}}}' if False else 'deep')  # expect: deep
print(f'a{'b' f'c{'d'}e'}f')  # expect: abcdef
print(F'{'a'}' rF'\{'b'}' "c" f"{'d'}")  # expect: a\bcd
print(message("f'{'"), message("f'{x'"), message("f'{x}}'"), message("f'}'"))  # expect: SyntaxError SyntaxError SyntaxError SyntaxError
print(message("f'{}'"), message("f'{ }'"), message("f'{x!z}'"), message("f'{x!}'"))  # expect: SyntaxError SyntaxError SyntaxError SyntaxError
print(message("f'{x;y}'"), message("f'{a b}'"), message("f'{x#}'"), message("f'{*a}'"))  # expect: SyntaxError SyntaxError SyntaxError SyntaxError
print(message("f'{lambda: 1}'"), message("f'{1:{2:{3:{4}}}}'"), message("f'{1:{2:{3}}}'"))  # expect: SyntaxError SyntaxError compiles
print(message("f'{x=!}'"), message("f'{=}'"), message("f'{x:a\nb}'"), message("f'''{x:a\nb}'''"))  # expect: SyntaxError SyntaxError SyntaxError compiles
print(message("f'{'a}'"), message("f'{\"}'"), message("f'{(}'"), message("f'{)}'"))  # expect: SyntaxError SyntaxError SyntaxError SyntaxError
