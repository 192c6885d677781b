# Short ways of bytes (hex, join, translate), int.to_bytes and from_bytes, slices, runs of items of lists and tuples.
import random
random.seed(3)
acc=[]
def t(f):
    try: return repr(f())
    except Exception as e: return type(e).__name__+str(e)
for n in [0,1,-1,127,128,-128,-129,255,256,-256,2**31,-2**31,2**55-1,-2**55,2**56,2**61-1,-2**61,2**61,2**63,-2**63,2**64-1]+[random.randrange(-2**random.randrange(1,70),2**random.randrange(1,70)) for _ in range(60)]:
    for L in range(0,11):
        for o in ('little','big'):
            for s in (False,True):
                b=t(lambda: n.to_bytes(L,o,signed=s)); acc.append(b)
                if b.startswith("b"):
                    acc.append(t(lambda: int.from_bytes(n.to_bytes(L,o,signed=s),o,signed=s)==n))
class I(int): pass
print(type(I.from_bytes(b'ab','big')), int.from_bytes([1,2],'little'), bool.from_bytes(b'\1','big'))  # expect: <class '__main__.I'> 513 True
for x in ('', '00', 'fF', 'f', ' 0 1', '01 02', '0 ', 'g0', '0g', '\u03b10', '01\u0663', 'aA '*100, '0123456789abcdefABCDEF', '01 2'):
    for ty in (bytes, bytearray): acc.append(t(lambda: ty.fromhex(x))); print(t(lambda: ty.fromhex(x)))
# expect: b''
# expect: bytearray(b'')
# expect: b'\x00'
# expect: bytearray(b'\x00')
# expect: b'\xff'
# expect: bytearray(b'\xff')
# expect: ValueErrornon-hexadecimal number found in fromhex() arg at position 1
# expect: ValueErrornon-hexadecimal number found in fromhex() arg at position 1
# expect: ValueErrornon-hexadecimal number found in fromhex() arg at position 2
# expect: ValueErrornon-hexadecimal number found in fromhex() arg at position 2
# expect: b'\x01\x02'
# expect: bytearray(b'\x01\x02')
# expect: ValueErrornon-hexadecimal number found in fromhex() arg at position 1
# expect: ValueErrornon-hexadecimal number found in fromhex() arg at position 1
# expect: ValueErrornon-hexadecimal number found in fromhex() arg at position 0
# expect: ValueErrornon-hexadecimal number found in fromhex() arg at position 0
# expect: ValueErrornon-hexadecimal number found in fromhex() arg at position 1
# expect: ValueErrornon-hexadecimal number found in fromhex() arg at position 1
# expect: ValueErrornon-hexadecimal number found in fromhex() arg at position 0
# expect: ValueErrornon-hexadecimal number found in fromhex() arg at position 0
# expect: ValueErrornon-hexadecimal number found in fromhex() arg at position 2
# expect: ValueErrornon-hexadecimal number found in fromhex() arg at position 2
# expect: b'\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa'
# expect: bytearray(b'\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa\xaa')
# expect: b'\x01#Eg\x89\xab\xcd\xef\xab\xcd\xef'
# expect: bytearray(b'\x01#Eg\x89\xab\xcd\xef\xab\xcd\xef')
# expect: ValueErrornon-hexadecimal number found in fromhex() arg at position 4
# expect: ValueErrornon-hexadecimal number found in fromhex() arg at position 4
class B(bytes): pass
print(type(B.fromhex('00')), bytes(range(256)).hex() == ''.join('%02x'%i for i in range(256)), bytearray(b'\xff').hex(), b''.hex())  # expect: <class '__main__.B'> True ff 
for sep in (b'', b',', b'--', bytearray(b'-')):
    for it in ([], [b'a'], [b'a',b'bc'], (b'a',b'',b'c'), [B(b'x'),b'y'], [bytearray(b'q'),b'z'], [b'a',memoryview(b'b')], [b'a',1], iter([b'a',b'b']), [b'a','x'], 5):
        print(t(lambda: sep.join(it)))
# expect: b''
# expect: b'a'
# expect: b'abc'
# expect: b'ac'
# expect: b'xy'
# expect: b'qz'
# expect: b'ab'
# expect: TypeErrorsequence item 1: expected a bytes-like object, int found
# expect: b'ab'
# expect: TypeErrorsequence item 1: expected a bytes-like object, str found
# expect: TypeErrorcan only join an iterable
# expect: b''
# expect: b'a'
# expect: b'a,bc'
# expect: b'a,,c'
# expect: b'x,y'
# expect: b'q,z'
# expect: b'a,b'
# expect: TypeErrorsequence item 1: expected a bytes-like object, int found
# expect: b'a,b'
# expect: TypeErrorsequence item 1: expected a bytes-like object, str found
# expect: TypeErrorcan only join an iterable
# expect: b''
# expect: b'a'
# expect: b'a--bc'
# expect: b'a----c'
# expect: b'x--y'
# expect: b'q--z'
# expect: b'a--b'
# expect: TypeErrorsequence item 1: expected a bytes-like object, int found
# expect: b'a--b'
# expect: TypeErrorsequence item 1: expected a bytes-like object, str found
# expect: TypeErrorcan only join an iterable
# expect: bytearray(b'')
# expect: bytearray(b'a')
# expect: bytearray(b'a-bc')
# expect: bytearray(b'a--c')
# expect: bytearray(b'x-y')
# expect: bytearray(b'q-z')
# expect: bytearray(b'a-b')
# expect: TypeErrorsequence item 1: expected a bytes-like object, int found
# expect: bytearray(b'a-b')
# expect: TypeErrorsequence item 1: expected a bytes-like object, str found
# expect: TypeErrorcan only join an iterable
tab=bytes((i*7+3)%256 for i in range(256))
for d in (b'', b'abc', bytes(range(256)), b'xyz'*50):
    for dele in (b'', b'a', b'z', bytes(range(128)), bytes(range(256))):
        print(t(lambda: d.translate(tab, dele))[:60], t(lambda: d.translate(None, dele))[-60:], t(lambda: bytearray(d).translate(tab, dele))[:40])
# expect: b'' b'' bytearray(b'')
# expect: b'' b'' bytearray(b'')
# expect: b'' b'' bytearray(b'')
# expect: b'' b'' bytearray(b'')
# expect: b'' b'' bytearray(b'')
# expect: b'\xaa\xb1\xb8' b'abc' bytearray(b'\xaa\xb1\xb8')
# expect: b'\xb1\xb8' b'bc' bytearray(b'\xb1\xb8')
# expect: b'\xaa\xb1\xb8' b'abc' bytearray(b'\xaa\xb1\xb8')
# expect: b'' b'' bytearray(b'')
# expect: b'' b'' bytearray(b'')
# expect: b'\x03\n\x11\x18\x1f&-4;BIPW^elsz\x81\x88\x8f\x96\x9d\xa4\xa xf1\xf2\xf3\xf4\xf5\xf6\xf7\xf8\xf9\xfa\xfb\xfc\xfd\xfe\xff' bytearray(b'\x03\n\x11\x18\x1f&-4;BIPW^e
# expect: b'\x03\n\x11\x18\x1f&-4;BIPW^elsz\x81\x88\x8f\x96\x9d\xa4\xa xf1\xf2\xf3\xf4\xf5\xf6\xf7\xf8\xf9\xfa\xfb\xfc\xfd\xfe\xff' bytearray(b'\x03\n\x11\x18\x1f&-4;BIPW^e
# expect: b'\x03\n\x11\x18\x1f&-4;BIPW^elsz\x81\x88\x8f\x96\x9d\xa4\xa xf1\xf2\xf3\xf4\xf5\xf6\xf7\xf8\xf9\xfa\xfb\xfc\xfd\xfe\xff' bytearray(b'\x03\n\x11\x18\x1f&-4;BIPW^e
# expect: b"\x83\x8a\x91\x98\x9f\xa6\xad\xb4\xbb\xc2\xc9\xd0\xd7\xde\x xf1\xf2\xf3\xf4\xf5\xf6\xf7\xf8\xf9\xfa\xfb\xfc\xfd\xfe\xff' bytearray(b"\x83\x8a\x91\x98\x9f\xa6\xad
# expect: b'' b'' bytearray(b'')
# expect: b'KRYKRYKRYKRYKRYKRYKRYKRYKRYKRYKRYKRYKRYKRYKRYKRYKRYKRYKRYK yzxyzxyzxyzxyzxyzxyzxyzxyzxyzxyzxyzxyzxyzxyzxyzxyzxyzxyzxyz' bytearray(b'KRYKRYKRYKRYKRYKRYKRYKRYKRYK
# expect: b'KRYKRYKRYKRYKRYKRYKRYKRYKRYKRYKRYKRYKRYKRYKRYKRYKRYKRYKRYK yzxyzxyzxyzxyzxyzxyzxyzxyzxyzxyzxyzxyzxyzxyzxyzxyzxyzxyzxyz' bytearray(b'KRYKRYKRYKRYKRYKRYKRYKRYKRYK
# expect: b'KRKRKRKRKRKRKRKRKRKRKRKRKRKRKRKRKRKRKRKRKRKRKRKRKRKRKRKRKR yxyxyxyxyxyxyxyxyxyxyxyxyxyxyxyxyxyxyxyxyxyxyxyxyxyxyxyxyxy' bytearray(b'KRKRKRKRKRKRKRKRKRKRKRKRKRKR
# expect: b'' b'' bytearray(b'')
# expect: b'' b'' bytearray(b'')
L=list(range(20)); M=['a%d'%i for i in range(20)]+list(range(5))
for s in [slice(a,b,c) for a in (None,0,3,-3,25,-25,2**70,-2**70) for b in (None,0,5,-5,25,-25,2**70) for c in (None,1,2,-1)]:
    acc.append(repr((L[s],M[s],tuple(M)[s],'abcdefghij'[s],b'abcdefghij'[s])))
    x=M[:]; x[s]=L[s]; acc.append(repr(x)); y=M[:]; del y[s]; acc.append(repr(y))  # expect raises: ValueError: attempt to assign sequence of size 10 to extended slice of size 13
class K:
    def __index__(self): L2.clear(); return 2
L2=[1,2,3,4]; print(L2[K():])
print(L+M, M*3, [None]*7, L*0, (L+M)*2==L+M+L+M, tuple(M)+tuple(L))
x=[1,2]; x.extend(x); x+=x; x*=2; print(x)
t0=0
for s in acc:
    for c in s: t0=(t0*31+ord(c))%(2**61-1)
print(t0,len(acc))
g='\u03b1\u07ff\u0800\uffff\U00010000z'; print(g.encode(), g.encode().decode()==g)
