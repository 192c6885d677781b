# Patterns that are refused, and odd ones that are not: trees, messages, places, warnings.
import re
import sre_parse
import warnings
warnings.simplefilter('ignore')
pats=[r'(',r')',r'a)',r'(?',r'(?P',r'(?P<',r'(?P<>a)',r'(?P<1>a)',r'(?P<a',r'(?P<a>',r'(?P=',r'(?P=a',r'(?P=a)',r'(?P=1)',r'(?P=)',r'(?P!a)',r'(?P<a>x)(?P<a>y)',r'(?#',r'(?#a)',r'(?x',r'(?z)',r'(?i',r'(?i-',r'(?i-)',r'(?-)',r'(?-i)',r'(?-i:',r'(?i-i:a)',r'(?-a:a)',r'(?a:x)',r'(?L:x)',r'(?u:x)',r'(?iL)x',r'(?ia-i:x)',r'(?i-z:x)',r'(?iz)',r'(?-iz:x)',r'(?i:',r'(?i:a',r'*',r'+a',r'?',r'{1}',r'a**',r'a*??',r'a*+',r'a{2}{3}',r'a{2}*',r'a{3,2}',r'a{99999999999}',r'a{1,99999999999}',r'a{4294967295}',r'a{4294967294}',r'a{',r'a{}',r'a{,}',r'a{,3}',r'a{1',r'a{1,',r'a{1,a}',r'a{-1}',r'{',r'x{,5}?',r'^*',r'$*',r'\b*',r'(?=a)*',r'(?:)*',r'()*',r'[',r'[a',r'[]',r'[]a]',r'[^]a]',r'[^',r'[z-a]',r'[a-\d]',r'[\d-a]',r'[a-',r'[a-]',r'[-a]',r'[\w-]',r'[a\]',r'[\b]',r'[\B]',r'[\A]',r'[\q]',r'[\x1]',r'[\x]',r'[\u12]',r'[\U00110000]',r'[\U1]',r'[\8]',r'[\1]',r'[\400]',r'[\777]',r'[\0]',r'[\08]',r'[\e]',r'[\-a]',r'[\[]',r'\q',r'\Q',r'\8',r'\9',r'\1',r'\10',r'\100',r'\400',r'\377',r'\0',r'\08',r'\01',r'\018',r'\x',r'\x1',r'\xg',r'\u1',r'\U1234',r'\U00110000','\\',r'a\\'+'\\',r'\_',r'\ ',r'\é',r'(\1)',r'(a)\2',r'(a\1)',r'(?<=a+)b',r'(?<=a|bc)d',r'(?<=\1)(a)',r'(a)(?<=\1)',r'(?<=(a)\1)',r'(?<=(?(1)a|b))',r'(a)(?<=(?(1)a|b))',r'(?<!a*)',r'(?<a)',r'(?<',r'(?<x',r'(?<=',r'(?<=a',r'(?=',r'(?!a',r'(?(1)a|b)',r'(?(1)',r'(?(',r'(?()a)',r'(?(a)b)',r'(?(0)a)',r'(?(-1)a)',r'(?(1a)b)',r'(a)(?(1)b|c|d)',r'(a)(?(1)b',r'(a)(?(1)b|c',r'(?P<n>a)(?(n)b)',r'(?P<n>a)(?(m)b)',r'(a)(?(2)b)',r'(a(?(1)b))',r'(?(99999999999999999999)a)',r'a(?i)b',r'(?i)(?s)a',r'(?x) a b # c',r'a(?x) b',r'(?x)(?i) a',r' (?i)a',r'(?i)',r'(?:(?i)a)',r'(?s)(?i)',r'a|(?i)b',r'(?:a)(?P<_x1>b)(?P<é>c)',r'(?P<a b>x)',r'(?P<a-b>x)',r'(?P<a.>',r'(?P>a)',r'(?Pa)',r'[[a]',r'[a--b]',r'[a||b]',r'\N',r'\p{L}',r'\z',r'\Z',r'\G',r'\K',r'\R',r'(?>a)',r'(?|a)',r'(?~a)',r'(?&a)',r'(?+a)',r'(?1)',r'a++',r'a?+',r'a{1}+',r'(?i:a)*',r'((a)',r'(a))',r'(?:a',r'\c',r'(?i )a',r'(?P<x>a)(?P=x )',r'(?P=x',r'a\nb(',r'a'+'\n'+'b(',r'(?x)a'+'\n'+'(b',r'(?x)a # (',r'(?x)a{1, 2}',r'(?x)a {2}',r'(?x)( ?:a)',r'(?x)(? :a)',r'(?x)(?i : a)',r'(?x)[ a#]',r'(?x)\ a\#',r'(?x)a # c'+'\n'+'b*',r'(?x)a #',r'(?-x: a)',r'(?x-i: a)',r'(?x:a b)c d',r'(?-xi:a b)',r'(?xi)a (?-x:b c) d']
for p in pats:
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter('always')
        try:
            r=re.compile(p); t=sre_parse.parse(p); out=('ok',t.data,r.flags,r.groups)
        except re.error as e: out=('error',e.msg,e.pos,e.lineno,e.colno)
        except Exception as e: out=(type(e).__name__,str(e))
    print(ascii(p),ascii(out),[(x.category.__name__,str(x.message)) for x in w][:1])
for p in [rb'\u1234',rb'\U00000041',rb'[\u1]',rb'(?u)a',rb'(?L)a',rb'(?La)a',rb'\xff',rb'\777',rb'\q',rb'\xe9'+b'\xe9',b'(?P<\xe9>a)',b'\\\xe9',b'[\\\xe9\\q]',b'(?P<x>a)(?P=y)',b'(',b'(?z)',b'(?P<x y>a)',b'(?P!)']:
    try: out=(sre_parse.parse(p).data, re.compile(p).flags)
    except re.error as e: out=('error',e.msg,e.pos)
    except Exception as e: out=(type(e).__name__,str(e))
    print(ascii(p),ascii(out))
for p in ['(?L)a','(?au)a','(?u)a','(?La)','(?au','(?a)(?u)a']:
    try: out=(re.compile(p).flags)
    except re.error as e: out=('error',e.msg,e.pos)
    except Exception as e: out=(type(e).__name__,str(e))
    print(ascii(p),ascii(out))
m=re.compile('(?P<x>a)(b)?'); 
for tpl in [r'\1',r'\3',r'\g<x>',r'\g<1>',r'\g<0>',r'\g<2>',r'\g<3>',r'\g<y>',r'\g<',r'\g',r'\g<>',r'\g<1',r'\g<-1>',r'\g<1a>',r'\g< x>',r'\q',r'\8',r'\0',r'\00',r'\01',r'\018',r'\100',r'\400',r'\777',r'\11',r'\x41',r'\n\t\\',r'\a\b\f\v\r','\\',r'\.',r'\-',r'\&',r'\gx',r'\g<99999999999>',r'\99',r'\199',r'\e',r'\é']:
    try: out=(sre_parse.parse_template(tpl,m), m.sub(tpl,'ab'))
    except re.error as e: out=('error',e.msg,e.pos)
    except Exception as e: out=(type(e).__name__,str(e))
    print(ascii(tpl),ascii(out))
for p in [r'[\x41-\d]',r'[z-\x41]',r'[\101-\100]',r'(?#a\)b)c',r'(?x)a#\)b'+'\n'+r'(c)',r'(?x)#\\',r'[\n-\t]',r'[a-b-c]',r'[--a]',r'[]-a]',r'[^-a]',r'[a-\]]',r'\07',r'\078',r'\1234',r'(a)\123',r'(a)\18',r'(?x:#)',r'(?x: #a'+'\n'+')', r'(?P<a\>b>c)',r'(?P=a\)',r'(?a:b',r'(?t)a',r'(?t:a)']:
    try: r=re.sre_parse.parse(p).data
    except Exception as e: r=str(e)
    print(ascii(p),ascii(r))
