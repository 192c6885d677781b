x, name, d = 5, 'w', {'k': 'v'}
print(f'{x}', f'{x!r}', f'{name!r:>5}', f'{x:03d}', f'{x:{name and 4}}', f'{{}}', f'{x}{x}', f'{d["k"]}', f"{d['k']}", f'{x + 1}', f'{(lambda y: y * 2)(x)}', f'{x:>{x}}|', f'{"a" "b"}', f'{x,}', f'{ x }', f'{x!s}', f'{name!a}', f'', f'no', rf'\{x}', fr'\n{x}')  # expect: 5 5   'w' 005    5 {} 55 v v 6 10     5| ab (5,) 5 5 'w'  no \5 \n5
print(f'{{{x}}}', f'{x:}', f'{[i for i in range(3)]}', f'{x if x else 0}', f'{x:{"0"}{2}d}', f'{3.14159:.{2}f}', f'{x!r:^{x * 2}}', f'a{x}b' 'c' f'{x}', f'{x != 5}', f'{d!r}', f'{None}', f'{x:%}', f'{"{}"}', f'{{x}}', f'{1 == 1}')  # expect: {5} 5 [0, 1, 2] 5 05 3.14     5      a5bc5 False {'k': 'v'} None 500.000000% {} {x} True
y = f'''{
x}|{
x
}'''
print(y)  # expect: 5|5
def f(n):
    return f'{n}{f(n - 1) if n else "."}'
print(f(3))  # expect: 3210.
class C:
    def __format__(self, spec):
        return repr(spec)
print(f'{C()}', f'{C():}', f'{C():a b}', f'{C():{x}{x}}', f'{C():x{x}y{x!r}z}')  # expect: '' '' 'a b' '55' 'x5y5z'
