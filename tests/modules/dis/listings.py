# dis: listings of functions, classes, generators, source, with addresses taken out.
import io, re, sys


class Out:
    def __init__(self, out): self.out = out
    def write(self, text): self.out.write(re.sub('0x[0-9a-f]+', '0x', text))
    def flush(self): self.out.flush()


sys.stdout = Out(sys.stdout)
import dis
def f(a, *args, b=2, **kw):
    "doc"
    x = 1
    def g(): return x + a
    for i in range(10):
        if i > x: continue
        try: print(f'{a!r:>{b}}')
        except ValueError as e: pass
    return [y for y in args]
dis.dis(f); print('----'); dis.show_code(f); print('---'); print(dis.code_info('x=1\nasync def q(): await x')); dis.dis('x+1'); dis.dis(b'd\x00S\x00'); 
class C:
    z = 1
    def m(self): pass
    @classmethod
    def c(cls): pass
    @staticmethod
    def s(): pass
dis.dis(C)
dis.dis(C())if 0 else None
try: dis.dis(5)
except Exception as e: print(type(e), e)
try: dis.show_code(5)
except Exception as e: print(type(e), e)
b = dis.Bytecode(f, first_line=100); print(repr(b)[:60]); print(b.info()[:30]); print(b.dis()[:300])
print(list(b)[0]); print(dis.Bytecode(f,current_offset=4).dis()[:200])
def gen():
    yield 1
g=gen(); next(g); dis.dis(g)
try: 1/0
except Exception as e: tb=e.__traceback__
print(dis.Bytecode.from_traceback(tb).dis()[:600])
import sys
sys.last_traceback = tb
dis.distb(tb) if 0 else None
print(list(dis.findlinestarts(f.__code__)), dis.findlabels(f.__code__.co_code))
print(dis.stack_effect(100,0), dis.pretty_flags(67), list(dis.get_instructions(gen))[:2])
dis.disassemble(f.__code__, 6)
src='x=1\n'*2+'\n'*1200+'y=2\ndef f(): pass\n'
dis.dis(compile(src,'q','exec'))
dis.dis('\n'.join('x%d=%d'%(i,i) for i in range(300)))if 0 else None
print(list(dis._unpack_opargs(b'\x90\x01d\x02'))) 
print(dis.code_info(gen)); 
async def ag(): yield 1
print(dis.code_info(ag)); dis.dis(compile('x','f','eval')); dis.show_code(lambda: 0)
