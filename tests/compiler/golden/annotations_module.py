"""Doc."""
x: int = 1
y: 'str'
(z): int = 2
x.a: int
x[y:z, 0]: int = 3
x[y:z, 0]: int

class C:
    a: int
    __private: str = ''

if x:
    w: int
