# Words of command lines in every mode, quoting, attributes of the lexer.
import shlex

for s in ['a b c','a "b c" d',"a 'b' c#d",'a\\ b','"a\\"b"',"'a\\b'",'a""b','','  ','# x','a#b','"a','\\','a\nb','é b',"it's",'a;b|c&&d','~/a *.c','-x=y','""',"'' a"]:
    for kw in [{},{'comments':True},{'posix':False}]:
        try: print(ascii(s),kw,ascii(shlex.split(s,**kw)))
        except Exception as e: print(ascii(s),kw,type(e).__name__,e)
    for pc in (False,True,'|&'):
        for px in (False,True):
            try:
                l=shlex.shlex(s,posix=px,punctuation_chars=pc); print(ascii(s),pc,px,ascii(list(l)))
            except Exception as e: print(ascii(s),pc,px,type(e).__name__,e)
    print(ascii(shlex.quote(s)))
l=shlex.shlex('a b'); print(l.wordchars,l.whitespace,l.quotes,l.escape,l.escapedquotes,l.commenters,l.lineno,l.error_leader(),l.punctuation_chars)
l = shlex.shlex('a "b c" source x', infile='f')
l.push_token('pushed')
print(list(l), l.error_leader(), l.lineno)
l = shlex.shlex('a\nb')
l.push_source('1 2', 'inner')
print(l.infile, [l.get_token() for _ in range(5)], l.infile)
print([k for k in sorted(vars(l)) if not k.startswith('_')])
l = shlex.shlex('a b', posix=True)
l.debug = 3
list(l)
