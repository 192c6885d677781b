# Shell patterns on names, and the expressions they become.
import fnmatch

for p in ['*','?','[a-c]','[!a]','[^a]','[]a]','[!]a]','[a','a.b','\\*','[\\]','**','[a-]','[--0]','','[]','[!]','a[[]b','*.py']:
    print(repr(p),repr(fnmatch.translate(p)),[fnmatch.fnmatch(x,p) for x in ['a','b','ab','.','a.b','*','[a','','-','x.py','^','\\','!']], fnmatch.filter(['a','ab','b.py'],p))
print(fnmatch.filter([b'a',b'b.c'],b'*.c'))
try: fnmatch.fnmatch('a',b'a')
except Exception as e: print(type(e).__name__,e)
