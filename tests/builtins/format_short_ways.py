# Formatting of exact int, float and str takes short ways: sums over many values and specifications, the subclasses that
# must not, texts about the size that a builder holds itself, calls of built-in classes at one place.
import random, struct
random.seed(7)
vals=[0.0,-0.0,0.5,1.5,2.5,0.125,0.375,1e15,1e16,123456789012345680.0,9.5,99.5,0.05,0.005,9.9999999,0.99999,4503599627370497.5,9007199254740993.0,5e-324,1e-5,1e-4,1e22,9.2e18,1e19,float('inf'),float('nan')]
for i in range(150):
    e=random.choice([0,0,0,1])
    if e: v=struct.unpack('<d',struct.pack('<Q',random.getrandbits(64)))[0]
    else: v=random.uniform(-10,10)*10**random.randrange(-6,18)
    vals.append(v)
    vals.append(random.randrange(-10**6,10**6)/2**random.randrange(0,20))
acc=0
for v in vals:
    for p in (0,1,2,3,6,10,15,17,18,20):
        s='%.*f|'%(p,v)+format(v,'.%df'%p)+'|'+'{:+.{}f}'.format(v,p)+'|'+format(v,'#.%df'%p)+format(v,'012.%df'%p)+format(v,',.%df'%p)+format(v,'.%d%%'%p)
        for c in s: acc=(acc*31+ord(c))%(2**61-1)
    s=repr(v)+str(v)+'%r'%v+f'{v}'
    for c in s: acc=(acc*31+ord(c))%(2**61-1)
print(acc)  # expect: 2173948900730551694
ints=[0,1,-1,9,10,99,100,-100,2**61-1,2**61,-2**61,-2**61-1,2**63,10**18,10**17]+[random.randrange(-10**random.randrange(1,25),10**random.randrange(1,25)) for _ in range(120)]
specs=['','d','5','05','<8','>8','^8','=8','+','+08','-08',' 8',' ','*^12','x','#x','X','#X','b','#b','o','#o','n',',','_','015,','_x','e','.2f','%','g','\u03b1>12','\u03b1=+12','c','s','.3','q','10.','\u0665','08\u0661',',_','+c','#c']
for v in ints+[True,False]+vals[:60]+['','a','abc','\u03b1\u03b2','\U0001F600x']:
    for s in specs:
        try: r=format(v,s)
        except Exception as e: r=type(e).__name__+str(e)
        try: r2=('<{:'+s+'}>{!s:'+s+'}').format(v,v)
        except Exception as e: r2=type(e).__name__+str(e)
        for c in r+r2: acc=(acc*31+ord(c))%(2**61-1)
    for s in ['%d','%5d','%-5d|','%05d','%+d','% d','%.5d','%+.5d','%010.5d','%s','%5s','%-8s','%.2s','%r','%i','%u','%x','%#x','%X','%o','%e','%f','%.3f','%g','%c','%%','%ld','%a','%5%']:
        try: r=s%(v,)
        except Exception as e: r=type(e).__name__+str(e)
        for c in r: acc=(acc*31+ord(c))%(2**61-1)
print(acc)  # expect: 709246279269436463
class S(str):
    def __format__(self, s): return 'F'+s
    def __str__(self): return 'S'
class I(int):
    def __format__(self,s): return 'I'+s
    def __str__(self): return 'i'
class J(int):
    def __str__(self): return 'j'
for v in (S('x'),I(3),J(4)):
    print(f'{v}',f'{v:5}',f'{v!s}',f'{v!r:>9}','{}'.format(v),'{:4}'.format(v),'%s'%v,'%5s'%v,'%d'%3, str(v))
# expect: F F5 S       'x' F F4 S     S 3 S
# expect: I I5 i         3 I I4 i     i 3 i
# expect: j     4 j         4 j    4 j     j 3 j
class T(str): 
    def __init__(self,*a): print('init',[type(x).__name__ for x in a])
class U:
    def __str__(self): return T('u')
for i in range(3): print(str(U()), [str(x) for x in (1,'a',2.5)], int('5'), list((1,2)), dict(a=1), type(str(U())))  # expect: init ['str']
# expect: init ['U']
# expect: init ['str']
# expect: init ['U']
# expect: u ['1', 'a', '2.5'] 5 [1, 2] {'a': 1} <class '__main__.T'>
# expect: init ['str']
# expect: init ['U']
# expect: init ['str']
# expect: init ['U']
# expect: u ['1', 'a', '2.5'] 5 [1, 2] {'a': 1} <class '__main__.T'>
# expect: init ['str']
# expect: init ['U']
# expect: init ['str']
# expect: init ['U']
# expect: u ['1', 'a', '2.5'] 5 [1, 2] {'a': 1} <class '__main__.T'>
print('\u03b1'*3+f'{1}\u03b2{"x":>5}\U0001F600{2.5:.1f}')  # expect: ααα1β    x😀2.5
for n in (100,118,119,120,121,122,130,500):
    print(len(('{}'*2).format('a'*n,'\u03b1')), len(('%s%s'%('a'*n,'\U0001F600'))), len(repr(['a'*n,'\u03b1'])), f'{"a"*n}\u03b1'[n-1:])
# expect: 101 101 109 aα
# expect: 119 119 127 aα
# expect: 120 120 128 aα
# expect: 121 121 129 aα
# expect: 122 122 130 aα
# expect: 123 123 131 aα
# expect: 131 131 139 aα
# expect: 501 501 509 aα
