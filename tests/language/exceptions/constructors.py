def t(f):
    try: print("->", repr(f()))
    except BaseException as e: print(type(e).__name__, e)
t(lambda: ValueError(a=1)); t(lambda: BaseException(a=1)); t(lambda: OSError(a=1)); t(lambda: OSError(1,2,a=3))
t(lambda: ImportError('x', foo=1)); t(lambda: ImportError('x','y',name='n',path='p').msg)
e=ImportError('x',name='n',path='p'); print(e.__reduce__(), e.name,e.path,str(e),repr(e))
print([x for x in dir(ImportError) if x not in dir(BaseException)])
print(str(ImportError(3)), str(ImportError(None)))
print([x for x in dir(BaseException) if x not in dir(object) and x != 'add_note'])   # 3.11's
t(lambda: OSError(2,'x').characters_written); t(lambda: OSError(2,'x','f',None,'g')); print(OSError(2,'x','f',None,'g'), OSError(2,'x','f').args, OSError(2,'x','f','w').args,OSError(2,'x','f').__reduce__(), OSError(2,'x','f',None,'g').__reduce__())
b=BlockingIOError(11,'x',5); print(b.characters_written,b.args,b.filename,str(b))
t(lambda: BlockingIOError(11,'x',"5").characters_written)
def s():
    e=OSError(2,'x'); e.characters_written="a"
t(s)
print(repr(OSError(2,'x','f')), OSError('a'), OSError(1), OSError(2,None), OSError(1,2,3,4,5,6), repr(OSError()))
class E2(OSError):
    def __init__(self,*a,**k): print("init",a,k)
    def __new__(cls,*a,**k): print("new",a,k); return super().__new__(cls,*a)
t(lambda: str(E2(2,'no','f')))
class E3(OSError):
    def __init__(self,*a,**k): super().__init__('a',k)
t(lambda: (str(E3(2,k='no')), E3(2).errno,E3(2,k=2).args))
class E4(OSError):
    def __new__(cls,*a,**k): return super().__new__(cls,2,'q','ff')
t(lambda: str(E4(3)))
class E5(OSError): pass
t(lambda: E5(2,'x','f'))
t(lambda: E5(2,'x','f').filename)
import errno
t(lambda: SyntaxError('m',(1,2))); t(lambda: SyntaxError('m',3)); t(lambda: str(SyntaxError('m',('/a/b/f.py',2,3,'t')))); t(lambda: str(SyntaxError('m',(None,2,3,'t'))));t(lambda: str(SyntaxError('m',('f',None,3,'t'))));t(lambda: str(SyntaxError()));t(lambda: str(SyntaxError('m',('f','2',3,'t'))))
for x in ['print 1','  print 1,2,','print(1)','exec "x"','if 1: print foo','print "a" % 3  ; x','print','print 1, # c','x: y: print 3','exec foo in bar', 'print >>sys.stderr, 3']:
    t(lambda: SyntaxError('m',('f',1,3,x)).msg)
class SE(SyntaxError): pass
t(lambda: SE('m',('f',1,3,'print 1')).msg)
print(SyntaxError('m','abcd').args, SyntaxError('m',('f',2,3,'t')).args,SyntaxError('m',['f',2,3,'t']).args, SyntaxError('a','b','c').args)
t(lambda: UnicodeDecodeError()); t(lambda: UnicodeDecodeError(1,b'',1,2,'r'));t(lambda: UnicodeDecodeError('x','',1,2,'r'));t(lambda: UnicodeDecodeError('x',b'',1.0,2,'r'));t(lambda: UnicodeDecodeError('x',b'',1,2,3));t(lambda: UnicodeEncodeError('x',b'',1,2,3));t(lambda: UnicodeTranslateError(1)); t(lambda: UnicodeTranslateError(b'',1,2,3)); t(lambda: UnicodeDecodeError('x',bytearray(b'q'),0,1,'r').object); t(lambda: UnicodeDecodeError('x',b'',a=1)); t(lambda:UnicodeDecodeError('x',b'',2**70,2,'r'))
u=UnicodeDecodeError('x',b'abc',-5,200,'r'); print(u.start,u.end,u); u=UnicodeDecodeError('x',b'abc',1,2,'r'); print(u,repr(u)); u.start=7; print(u,u.start)
u=UnicodeEncodeError('x','a\u1234\U00012345\xe9',1,2,'r'); print(u); u.start=2;u.end=3;print(u);u.start=3;u.end=4;print(u);u.end=9;print(u,u.end)
u=UnicodeTranslateError('a\u1234',0,1,'r');print(u);u.end=2;print(u)
u=UnicodeDecodeError.__new__(UnicodeDecodeError); print(str(u)=='' ); t(lambda: u.object); t(lambda: u.start); t(lambda:u.encoding)
def s():
    u=UnicodeDecodeError('x',b'abc',1,2,'r'); u.object=3; print(u)
t(s)
def s():
    u=UnicodeDecodeError('x',b'abc',1,2,'r'); u.start='s'
t(s)
def s():
    u=UnicodeDecodeError('x',b'abc',1,2,'r'); del u.start
t(s)
def s():
    u=UnicodeDecodeError('x',b'abc',1,2,'r'); u.reason=4;u.encoding=5; print(u); del u.object; print(u)
t(s)
e=ValueError(1)
def s(): e.__cause__=3
t(s)
def s(): e.__context__=3
t(s)
def s(): e.__traceback__=3
t(s)
def s(): e.__suppress_context__=3
t(s)
def s(): del e.__suppress_context__
t(s)
def s(): del e.__cause__
t(s)
def s(): del e.__context__
t(s)
def s(): del e.__traceback__
t(s)
def s(): del e.args
t(s)
def s(): e.args=3
t(s)
t(lambda: e.with_traceback(3)); t(lambda: e.__setstate__(3)); t(lambda: e.__setstate__({'x':4})); t(lambda: e.__reduce__()); t(lambda: e.__setstate__(None)); t(lambda: e.__setstate__({1:4}))
t(lambda: SystemExit(1,2).code); t(lambda: SystemExit().code); t(lambda: StopIteration(1,2).value); t(lambda: StopIteration().value); t(lambda: str(KeyError('a'))); t(lambda: str(KeyError('a','b')));t(lambda: KeyError())
t(lambda: BaseException.__new__(int)); t(lambda: BaseException.__init__(3))
t(lambda: str(ValueError(1,2)));
import sys
class M(ImportError): pass
t(lambda: M('a',name='b',x=3))
