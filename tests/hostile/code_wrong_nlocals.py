# co_nlocals is a claim of whoever made the code object: the places of cells do not follow it.
import types


def with_nlocals(code, count):
    consts = tuple(with_nlocals(c, count) if isinstance(c, types.CodeType) else c for c in code.co_consts)
    return types.CodeType(code.co_argcount, code.co_kwonlyargcount, count if code.co_name != '<module>' else 0,
                          code.co_stacksize, code.co_flags, code.co_code, consts, code.co_names, code.co_varnames,
                          code.co_filename, code.co_name, code.co_firstlineno, code.co_lnotab, code.co_freevars,
                          code.co_cellvars)


SOURCE = '''
class A:
    def f(self, a):
        return 'A.f', a
class B(A):
    def f(self, a):
        g = lambda: (self, a)
        return super().f(a), sorted(locals())
print(B().f(1))
'''
for count in (2 ** 31 - 1, 0x1d000003, 70000, 3, 0):
    exec(with_nlocals(compile(SOURCE, 's', 'exec'), count), {'__name__': 'm'})
# expect: (('A.f', 1), ['__class__', 'a', 'g', 'self'])
# expect: (('A.f', 1), ['__class__', 'a', 'g', 'self'])
# expect: (('A.f', 1), ['__class__', 'a', 'g', 'self'])
# expect: (('A.f', 1), ['__class__', 'a', 'g', 'self'])
# expect: (('A.f', 1), ['__class__', 'a', 'g', 'self'])
