import weakref,_weakref
def t(f):
    try: print("->", repr(f()))
    except BaseException as e: print(type(e).__name__, e)
class A:
    def __init__(s): s.v=3
    def m(s): return 5
    def __call__(s,*a): return a
    def __add__(s,o): return ('add',o)
    def __iadd__(s,o): return ('iadd',o)
    def __eq__(s,o): return True
    def __hash__(s): return 42
    def __bytes__(s): return b'xx'
    def __str__(s): return "STR"
    def __repr__(s): return "REPR"
a=A()
r=weakref.ref(a); print(r() is a, r is weakref.ref(a), weakref.ref(a,None) is r, hash(r), r==weakref.ref(A()), r!=weakref.ref(A()))
t(lambda: weakref.ref(3)); t(lambda: weakref.ref()); t(lambda: weakref.ref(a,1,2)); t(lambda: weakref.ref(a,callback=None)); t(lambda: weakref.ref(a)(1))
t(lambda: weakref.ref(a) < weakref.ref(a))

def addr(s):
    out = ""; i = 0
    while i < len(s):
        if s[i:i+2] == "0x":
            out += "0x"; i += 2
            while i < len(s) and s[i] in "0123456789abcdef": i += 1
        else: out += s[i]; i += 1
    return out
print(addr(repr(r))); 
a.__name__='nm'; print(addr(repr(r)))
p=weakref.proxy(a); print(type(p), p.v, p.m(), p(1,2), p+1, 1, p==3, str(p), addr(repr(p)), bool(p), p is weakref.proxy(a))
t(lambda: hash(p)); t(lambda: len(p)); t(lambda: iter(p)); t(lambda: 3 in p); t(lambda: next(p)); t(lambda: bytes(p)); t(lambda: float(p)); t(lambda: int(p)); t(lambda: p.zz); t(lambda: -p); t(lambda: p<p)
t(lambda: [0][p]); t(lambda:p.__class__); t(lambda: isinstance(p,A)); t(lambda: dir(p)[:3])
p.q=4; print(a.q); del p.q; t(lambda: a.q)
q=p; q+=1; print(q)
print(weakref.getweakrefcount(a), [addr(repr(x)) for x in weakref.getweakrefs(a)])
def cb(x): print("cb", addr(repr(x)), x())
r2=weakref.ref(a,cb); r3=weakref.ref(a,lambda x: print("cb2")); 
r4=weakref.proxy(a,lambda x: print("cbp")); 
print(r2.__callback__ is cb, r.__callback__); t(lambda: setattr(r2,'__callback__',3))
print(weakref.getweakrefcount(a))
del a
print(r(), hash(r), r==r, r==r2, addr(repr(r)), r2.__callback__); t(lambda: p.v); t(lambda: bool(p)); t(lambda: str(p)); t(lambda: addr(repr(p))); t(lambda:p+1)
t(lambda: p==1)
class B: pass
b=B(); r=weakref.ref(b); del b; t(lambda: hash(r))
class R(weakref.ref):
    def __new__(cls,o,c=None,k=0): s=super().__new__(cls,o,c); s.k=k; return s
    def __init__(self,o,c=None,k=0): super().__init__(o,c)
b=B(); x=R(b,None,5); print(x.k, x is R(b), x() is b); print(weakref.getweakrefcount(3), weakref.getweakrefs(3))
d={}; 
wv=weakref.WeakValueDictionary(); wv['a']=b; print(len(wv)); del b; print(len(wv),x())
t(lambda: weakref.proxy(3)); t(lambda: weakref.proxy(B(),1,2))
def f(): pass
r=weakref.ref(f); print(addr(repr(r)))
t(lambda: weakref.ref(f).__init__(1)); t(lambda: weakref.ProxyType(f)); print(sorted(vars(_weakref)))
class C:
    def __del__(s): print("del", rr() is s)
c=C(); rr=weakref.ref(c, lambda r: print("cbC")); del c
t(lambda: _weakref._remove_dead_weakref({},1)); t(lambda: weakref.getweakrefs())
def cb(x): pass
b=B()
print([x is y for x,y in zip(weakref.getweakrefs(b),[])]); r1=weakref.ref(b,cb); r0=weakref.ref(b); pp=weakref.proxy(b); r2=weakref.ref(b,cb); print([['r1','r0','pp','r2'][[r1 is x, r0 is x, pp is x, r2 is x].index(True)] for x in weakref.getweakrefs(b)])
