# importlib and its submodules: names, specs, loaders, finders of programs.
import warnings
warnings.simplefilter('ignore')
import importlib.util as u, importlib.machinery as m, importlib._bootstrap as b, sys
def t(f,*a,**k):
    try: print(repr(f(*a,**k)).split(' at 0x')[0])
    except BaseException as e: print(type(e).__name__, e)
tag=sys.implementation.cache_tag
import builtins
P=builtins.print
def print(*a): P(*[str(x).replace(tag,'TAG') for x in a])
t(u.cache_from_source,'/a/b.py'); t(u.cache_from_source,'b.py',optimization=''); t(u.cache_from_source,'b',optimization='x y'); t(u.cache_from_source,'b.c.py',optimization=2)
t(u.cache_from_source,'b.py',True); t(u.cache_from_source,'b.py',False);t(u.cache_from_source,'b.py',True,optimization=1); t(u.cache_from_source,'b');t(u.cache_from_source,'.b')
t(u.source_from_cache,'/a/__pycache__/b.%s.pyc'%tag); t(u.source_from_cache,'/a/b.pyc');t(u.source_from_cache,'/a/__pycache__/b.pyc');t(u.source_from_cache,'/a/__pycache__/b.x.y.pyc');t(u.source_from_cache,'/a/__pycache__/b.x.opt-.pyc');t(u.source_from_cache,'/a/__pycache__/b.x.opt-1.pyc');t(u.source_from_cache,'/a/__pycache__/b.x.opt-1.z.pyc');t(u.source_from_cache,'__pycache__')
t(u.resolve_name,'.a','b.c');t(u.resolve_name,'..a','b.c');t(u.resolve_name,'...a','b.c');t(u.resolve_name,'.a','');t(u.resolve_name,'.a',None);t(u.resolve_name,'a',None)
t(b._resolve_name,'x','a.b',3)
import importlib
t(importlib.import_module,'.x');t(importlib.import_module,'.x','nope'); t(importlib.import_module,'..x','json')
t(importlib.reload,5); 
sys.modules['zz']=type(sys)('zz')
t(importlib.reload,sys.modules['zz'])
zz=sys.modules.pop('zz'); t(importlib.reload,zz)
t(u.find_spec,'json.nope');t(u.find_spec,'nope.x');t(u.find_spec,'sys')
sys.modules['zz']=zz;t(u.find_spec,'zz'); del zz.__spec__;t(u.find_spec,'zz')
t(u.find_spec,'math.x')
t(u.spec_from_file_location,'a','/x/a.py');t(u.spec_from_file_location,'a','/x/a.txt');t(u.spec_from_file_location,'a');t(u.spec_from_file_location,'a','/x/__init__.py');t(u.spec_from_file_location,'a','/x/a.py',submodule_search_locations=[])
t(u.spec_from_loader,'a',None);t(u.spec_from_loader,'a',m.BuiltinImporter);t(u.spec_from_loader,'a',m.SourceFileLoader('a','/x/a.py'))
l=m.SourceFileLoader('a','/x/a.py')
t(l.get_filename,'b');t(l.get_code,'a');t(l.get_data,'/nope');t(l.is_package,'a');t(l.get_source,'a')
t(m.BuiltinImporter.get_code,'nope');t(m.FrozenImporter.get_code,'nope');t(m.BuiltinImporter.create_module,m.ModuleSpec('nope',None));t(m.FrozenImporter.is_package,'zz');t(m.BuiltinImporter.load_module,'nope')
t(m.FrozenImporter.load_module,'nope')
f=m.FileFinder('/tmp',(m.SourceFileLoader,['.py'])); print(f, f.__dict__)
t(m.FileFinder.path_hook((m.SourceFileLoader,['.py'])), '/nope')
t(lambda: m.FileFinder.path_hook((m.SourceFileLoader,['.py'])))
t(u.module_from_spec,m.ModuleSpec('q',None))
class L:
    def exec_module(self,m):pass
t(u.module_from_spec,m.ModuleSpec('q',L()))
print(m.DEBUG_BYTECODE_SUFFIXES)
print([x for x in sorted(x for x in dir(u)) if x[0]!='_'])
import importlib.abc as a
print([x for x in sorted(x for x in dir(a)) if x[0]!='_'])
print([x for x in sorted(x for x in dir(m)) if x[0]!='_'])
print([x for x in sorted(x for x in dir(importlib)) if x[0]!='_'])
t(b._sanity_check,5,'',0);t(b._sanity_check,'',None,0);t(b._sanity_check,'x',5,1);t(b._sanity_check,'x','p',-1)
t(b._sanity_check,'x','',1)
s1=m.ModuleSpec('a',None,origin='x'); s2=m.ModuleSpec('a',None,origin='x')
print(s1==s2, s1!=s2, s1==5, s1.parent, s1.cached, s1.has_location)
s1.origin='/q/a.py'; s1.has_location=True; print(s1.cached, sorted(s1.__dict__)); s1.cached='zz'; print(s1.cached)
print(issubclass(m.SourceFileLoader,a.SourceLoader),issubclass(m.SourceFileLoader,a.FileLoader),issubclass(m.BuiltinImporter,a.InspectLoader),isinstance(f,a.PathEntryFinder), issubclass(m.PathFinder,a.MetaPathFinder))
class X(m.SourceFileLoader):
    def get_data(self,p): 
        if p.endswith('.pyc'): raise OSError
        return b'v = __name__ * 2'
    def path_stats(self,p): raise OSError
x=X('xx','/nope/xx.py'); sp=u.spec_from_loader('xx',x); mod=u.module_from_spec(sp); x.exec_module(mod); print(mod.v, mod.__file__, mod)
t(x.load_module,'xx'); t(x.load_module,'yy')
print(x==X('xx','/nope/xx.py'), hash(x)==hash(X('xx','/nope/xx.py')), x==5)
class SL(a.SourceLoader):
    def get_data(self,p): return b'# coding: latin-1\nv="\xe9"\r\n'
    def get_filename(self,n): return '<mem>'
s=SL(); t(s.get_source,'q'); t(s.load_module,'q'); print(sys.modules['q'].v); t(s.path_mtime,'x');t(s.path_stats,'x'); t(s.set_data,1,2); t(s.is_package,'q')
lz=u.LazyLoader.factory(X)('lz','/nope/lz.py'); sp=u.spec_from_loader('lz',lz); mod=u.module_from_spec(sp); sys.modules['lz']=mod; lz.exec_module(mod); print(type(mod).__name__); print(mod.v, type(mod).__name__)
class MF(a.MetaPathFinder):
    def find_spec(self, n, p, target=None):
        if n.startswith('virt'): return m.ModuleSpec(n, X(n,'/v/%s.py'%n), origin='/v/%s'%n)
sys.meta_path.insert(0, MF()); import virt1; print(virt1, virt1.v, virt1.__spec__.origin); t(MF().find_module,'virt2',None)
class Old:
    def find_module(self, n, path=None):
        if n=='old1': return self
    def load_module(self, n):
        mod=sys.modules.setdefault(n,type(sys)(n)); mod.k=1; return mod
sys.meta_path.insert(0, Old()); import old1; print(old1.k, old1.__package__=='', type(old1.__loader__).__name__, type(old1.__spec__).__name__)
print(importlib.find_loader('sys'), importlib.find_loader('nonono'))
sys.meta_path[:] = [] 
t(lambda: __import__('nono2'))
