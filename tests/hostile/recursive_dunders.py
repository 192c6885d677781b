def forms(body, *uses):
    ns = {}
    exec('class A:\n' + '\n'.join('    ' + line for line in body.split('\n')), ns)
    for use in uses:
        try:
            eval(use, {'a': ns['A'](), 'A': ns['A']})
            print(use, 'no error')
        except RecursionError:
            print(use, 'RecursionError')
        except Exception as e:
            print(use, type(e).__name__)
forms('def __repr__(self): return repr(self)', 'repr(a)', 'str(a)', '[a].__repr__()', '"%r" % a', 'f"{a}"')  # expect: repr(a) RecursionError
# expect: str(a) RecursionError
# expect: [a].__repr__() RecursionError
# expect: "%r" % a RecursionError
# expect: f"{a}" RecursionError
forms('def __str__(self): return str(self)', 'str(a)', '"{}".format(a)')  # expect: str(a) RecursionError
# expect: "{}".format(a) RecursionError
forms('def __eq__(self, o): return self == o', 'a == a', '[a] == [1]', '5 in [a]')  # expect: a == a RecursionError
# expect: [a] == [1] RecursionError
# expect: 5 in [a] RecursionError
forms('def __lt__(self, o): return self < o', 'a < 1', 'sorted([a, a])', 'min([a, a])')  # expect: a < 1 RecursionError
# expect: sorted([a, a]) RecursionError
# expect: min([a, a]) RecursionError
forms('def __hash__(self): return hash(self)', 'hash(a)', '{a}', '{a: 1}', 'hash((a,))')  # expect: hash(a) RecursionError
# expect: {a} RecursionError
# expect: {a: 1} RecursionError
# expect: hash((a,)) RecursionError
forms('def __call__(self): return self()', 'a()')  # expect: a() RecursionError
forms('def __getattr__(self, n): return getattr(self, n)', 'a.x', 'hasattr(a, "x")')  # expect: a.x RecursionError
# expect: hasattr(a, "x") RecursionError
forms('def __getattribute__(self, n): return self.n', 'a.x')  # expect: a.x RecursionError
forms('def __setattr__(self, n, v): self.x = v', 'setattr(a, "x", 1)')  # expect: setattr(a, "x", 1) RecursionError
forms('def __delattr__(self, n): del self.x', 'delattr(a, "x")')  # expect: delattr(a, "x") RecursionError
forms('def __add__(self, o): return self + o\ndef __radd__(self, o): return o + self', 'a + 1', '1 + a', 'sum([a])')  # expect: a + 1 RecursionError
# expect: 1 + a RecursionError
# expect: sum([a]) RecursionError
forms('def __iadd__(self, o):\n    self += o', 'a.__iadd__(1)')  # expect: a.__iadd__(1) RecursionError
forms('def __neg__(self): return -self\ndef __pos__(self): return +self\ndef __invert__(self): return ~self\ndef __abs__(self): return abs(self)', '-a', '+a', '~a', 'abs(a)')  # expect: -a RecursionError
# expect: +a RecursionError
# expect: ~a RecursionError
# expect: abs(a) RecursionError
forms('def __len__(self): return len(self)', 'len(a)', 'bool(a)', 'list(a) if 0 else not a')  # expect: len(a) RecursionError
# expect: bool(a) RecursionError
# expect: list(a) if 0 else not a RecursionError
forms('def __bool__(self): return bool(self)', 'bool(a)', 'not a', '1 if a else 2', 'any([a])')  # expect: bool(a) RecursionError
# expect: not a RecursionError
# expect: 1 if a else 2 RecursionError
# expect: any([a]) RecursionError
forms('def __iter__(self): return iter(self)', 'iter(a)', 'list(a)', '[*a]', '1 in a')  # expect: iter(a) RecursionError
# expect: list(a) RecursionError
# expect: [*a] RecursionError
# expect: 1 in a TypeError
forms('def __iter__(self): return self\ndef __next__(self): return next(self)', 'next(a)', 'list(a)', 'sum(a)')  # expect: next(a) RecursionError
# expect: list(a) RecursionError
# expect: sum(a) RecursionError
forms('def __contains__(self, x): return x in self', '1 in a')  # expect: 1 in a RecursionError
forms('def __getitem__(self, i): return self[i]', 'a[0]', 'list(a)', '1 in a', 'list(reversed(a)) if 0 else a[1:2]')  # expect: a[0] RecursionError
# expect: list(a) RecursionError
# expect: 1 in a RecursionError
# expect: list(reversed(a)) if 0 else a[1:2] RecursionError
forms('def __int__(self): return int(self)\ndef __float__(self): return float(self)\ndef __complex__(self): return complex(self)', 'int(a)', 'float(a)', 'complex(a)')  # expect: int(a) RecursionError
# expect: float(a) RecursionError
# expect: complex(a) RecursionError
forms('def __index__(self): return [0][self]', '[0][a]', 'hex(a)', 'range(a)')  # expect: [0][a] RecursionError
# expect: hex(a) RecursionError
# expect: range(a) RecursionError
forms('def __format__(self, s): return format(self, s)', 'format(a)', 'f"{a}"', '"{:x}".format(a)')  # expect: format(a) RecursionError
# expect: f"{a}" RecursionError
# expect: "{:x}".format(a) RecursionError
forms('def __enter__(self):\n    with self: pass\ndef __exit__(self, *x): pass', 'a.__enter__()')  # expect: a.__enter__() RecursionError
forms('def __dir__(self): return dir(self)', 'dir(a)')  # expect: dir(a) RecursionError
forms('def __round__(self, n=0): return round(self)', 'round(a)')  # expect: round(a) RecursionError
forms('@classmethod\ndef make(cls): return cls.make()', 'A.make()')  # expect: A.make() RecursionError
forms('@property\ndef p(self): return self.p', 'a.p')  # expect: a.p RecursionError
forms('def __reversed__(self): return reversed(self)', 'reversed(a)')  # expect: reversed(a) RecursionError
forms('def __divmod__(self, o): return divmod(self, o)\ndef __pow__(self, o): return self ** o', 'divmod(a, 1)', 'a ** 2', 'pow(a, 2)')  # expect: divmod(a, 1) RecursionError
# expect: a ** 2 RecursionError
# expect: pow(a, 2) RecursionError
