# Wrong type statements and type parameters: the messages.
def attempt(source):
    try:
        compile(source, '<s>', 'exec')
    except SyntaxError as error:
        print(type(error).__name__, error.msg, error.lineno)
    else:
        print('compiles')


attempt('def f[](): pass')  # expect: SyntaxError Type parameter list cannot be empty 1
attempt('class C[]: pass')  # expect: SyntaxError Type parameter list cannot be empty 1
attempt('type X[] = 1')  # expect: SyntaxError Type parameter list cannot be empty 1
attempt('def f[*T: int](): pass')  # expect: SyntaxError cannot use bound with TypeVarTuple 1
attempt('def f[**T: (int, str)](): pass')  # expect: SyntaxError cannot use constraints with ParamSpec 1
attempt('def f[*T: (int, str) = 1](): pass')  # expect: SyntaxError cannot use constraints with TypeVarTuple 1
attempt('def f[T, T](): pass')  # expect: SyntaxError duplicate type parameter 'T' 1
attempt('class C[T, *T]: pass')  # expect: SyntaxError duplicate type parameter 'T' 1
attempt('type X[T, **T] = 1')  # expect: SyntaxError duplicate type parameter 'T' 1
attempt('def f[T=int, U](): pass')  # expect: SyntaxError non-default type parameter 'U' follows default type parameter 1
attempt('type X[T=1, *Ts] = 1')  # expect: SyntaxError non-default type parameter 'Ts' follows default type parameter 1
attempt('class C[*Ts=1, **P]: pass')  # expect: SyntaxError non-default type parameter 'P' follows default type parameter 1
attempt('def f[T: (yield)](): pass')  # expect: SyntaxError yield expression cannot be used within a TypeVar bound 1
attempt('def f[T: (a := 1)](): pass')  # expect: SyntaxError named expression cannot be used within a TypeVar bound 1
attempt('def f[T: (a := 1, 2)](): pass')  # expect: SyntaxError named expression cannot be used within a TypeVar constraint 1
attempt('def f[T: (1, (yield))](): pass')  # expect: SyntaxError yield expression cannot be used within a TypeVar constraint 1
attempt('async def f[T: await x](): pass')  # expect: SyntaxError await expression cannot be used within a TypeVar bound 1
attempt('def f[T=(yield)](): pass')  # expect: SyntaxError yield expression cannot be used within a TypeVar default 1
attempt('def f[*T=(yield)](): pass')  # expect: SyntaxError yield expression cannot be used within a TypeVarTuple default 1
attempt('def f[**T=(x := 2)](): pass')  # expect: SyntaxError named expression cannot be used within a ParamSpec default 1
attempt('def f[T]() -> (x := 1): pass')  # expect: SyntaxError named expression cannot be used within the definition of a generic 1
attempt('def f[T](x: (yield from 1)): pass')  # expect: SyntaxError yield expression cannot be used within the definition of a generic 1
attempt('async def f[T](x: await y): pass')  # expect: SyntaxError await expression cannot be used within the definition of a generic 1
attempt('def f[T](x=(yield)): pass')  # expect: SyntaxError 'yield' outside function 1
attempt('class C[T]((x := 1)): pass')  # expect: SyntaxError named expression cannot be used within the definition of a generic 1
attempt('class C[T]((yield 1)): pass')  # expect: SyntaxError yield expression cannot be used within the definition of a generic 1
attempt('class C[T](metaclass=(yield 1)): pass')  # expect: SyntaxError yield expression cannot be used within the definition of a generic 1
attempt('type X = (yield)')  # expect: SyntaxError yield expression cannot be used within a type alias 1
attempt('type X = (a := 1)')  # expect: SyntaxError named expression cannot be used within a type alias 1
attempt('type X = [x := 1 for y in z]')  # expect: SyntaxError assignment expression within a comprehension cannot be used in a type alias 1
attempt('class C[T]([x := 1 for y in z]): pass')  # expect: SyntaxError assignment expression within a comprehension cannot be used within the definition of a generic 1
attempt('def f[T: [x := 1 for y in z]](): pass')  # expect: SyntaxError assignment expression within a comprehension cannot be used in a TypeVar bound 1
attempt('def f[T: (x for x in (yield))](): pass')  # expect: SyntaxError yield expression cannot be used within a TypeVar bound 1
attempt('type X = lambda: (yield)')  # expect: compiles
attempt('type X = lambda: (y := 1)')  # expect: compiles
attempt('class D:\n  type X = [q := 1 for y in z]')  # expect: SyntaxError assignment expression within a comprehension cannot be used in a type alias 2
attempt('def f[T]():\n  nonlocal T')  # expect: SyntaxError nonlocal binding not allowed for type parameter 'T' 2
attempt('class A[T]:\n  def g(self):\n    nonlocal T')  # expect: SyntaxError nonlocal binding not allowed for type parameter 'T' 3
attempt('class A[T]:\n  nonlocal T')  # expect: SyntaxError nonlocal binding not allowed for type parameter 'T' 2
attempt('def f():\n  def g[T]():\n    def h():\n      nonlocal T')  # expect: SyntaxError nonlocal binding not allowed for type parameter 'T' 4
attempt('def f():\n  T = 1\n  def g[T]():\n    def h():\n      nonlocal T')  # expect: SyntaxError nonlocal binding not allowed for type parameter 'T' 5
attempt('def f[T]():\n  T = 1\n  def h():\n    nonlocal T')  # expect: compiles
attempt('def f[T]():\n  global T')  # expect: compiles
attempt('def f[T](T): nonlocal T')  # expect: SyntaxError name 'T' is parameter and nonlocal 1
attempt('type X = 1, 2')  # expect: SyntaxError invalid syntax 1
attempt('type 1 = 2')  # expect: SyntaxError invalid syntax 1
attempt('type x.y = 2')  # expect: SyntaxError invalid syntax 1
attempt('type X[1] = 2')  # expect: SyntaxError invalid syntax 1
attempt('type x =')  # expect: SyntaxError invalid syntax 1
attempt('type X: int = 1')  # expect: SyntaxError invalid syntax 1
attempt('type X += 1')  # expect: SyntaxError invalid syntax 1
attempt('def f[T,](): pass')  # expect: compiles
attempt('def f[*Ts = *int](): pass')  # expect: compiles
attempt('def f[T](): pass')  # expect: compiles
attempt('class C[T](): pass')  # expect: compiles
attempt('class C[T: (int, str) = int](A, *b, c=d, **e): pass')  # expect: compiles
attempt('@a\nasync def f[T: int, *Ts, **P](x: T, *args: P.args, **kw: P.kwargs) -> T: pass')  # expect: compiles
attempt('x = type y = 1')  # expect: SyntaxError invalid syntax 1
attempt('print(type x = 1)')  # expect: SyntaxError invalid syntax 1
attempt('async type X = 1')  # expect: SyntaxError invalid syntax 1
attempt('@d\ntype X = 1')  # expect: SyntaxError invalid syntax 2
attempt('lambda[T]: 1')  # expect: SyntaxError invalid syntax 1
attempt('type X[T](int) = 1')  # expect: SyntaxError invalid syntax 1
