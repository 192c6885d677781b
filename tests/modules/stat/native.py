# Module _stat has what stat has.
import _stat
import stat

print(_stat.S_ISDOOR(0o140000), _stat.S_ISDIR(0o040755), stat.S_ISDOOR(0), stat.S_ISPORT(0), stat.S_ISWHT(0))  # expect: False True False False False
print(_stat.filemode(0o100644), _stat.filemode(0o041777), _stat.filemode(0), stat.filemode(0o12))  # expect: -rw-r--r-- drwxrwxrwt ?--------- ?-----x-w-
print([name for name in dir(_stat) if name[0] in 'SF' and getattr(stat, name, None) is None])  # expect: []
