"""The meaning of the numbers in os.stat() results."""

ST_MODE, ST_INO, ST_DEV, ST_NLINK, ST_UID, ST_GID, ST_SIZE, ST_ATIME, ST_MTIME, ST_CTIME = range(10)

S_IFDIR = 0o040000
S_IFCHR = 0o020000
S_IFBLK = 0o060000
S_IFREG = 0o100000
S_IFIFO = 0o010000
S_IFLNK = 0o120000
S_IFSOCK = 0o140000
S_IFDOOR = S_IFPORT = S_IFWHT = 0

S_ISUID = 0o4000
S_ISGID = 0o2000
S_ENFMT = S_ISGID
S_ISVTX = 0o1000
S_IREAD = 0o0400
S_IWRITE = 0o0200
S_IEXEC = 0o0100
S_IRWXU, S_IRUSR, S_IWUSR, S_IXUSR = 0o0700, 0o0400, 0o0200, 0o0100
S_IRWXG, S_IRGRP, S_IWGRP, S_IXGRP = 0o0070, 0o0040, 0o0020, 0o0010
S_IRWXO, S_IROTH, S_IWOTH, S_IXOTH = 0o0007, 0o0004, 0o0002, 0o0001

UF_NODUMP = 0x00000001
UF_IMMUTABLE = 0x00000002
UF_APPEND = 0x00000004
UF_OPAQUE = 0x00000008
UF_NOUNLINK = 0x00000010
UF_COMPRESSED = 0x00000020
UF_HIDDEN = 0x00008000
SF_ARCHIVED = 0x00010000
SF_IMMUTABLE = 0x00020000
SF_APPEND = 0x00040000
SF_NOUNLINK = 0x00100000
SF_SNAPSHOT = 0x00200000

for _number, _bit in enumerate(('READONLY', 'HIDDEN', 'SYSTEM', None, 'DIRECTORY', 'ARCHIVE', 'DEVICE', 'NORMAL',
                                'TEMPORARY', 'SPARSE_FILE', 'REPARSE_POINT', 'COMPRESSED', 'OFFLINE',
                                'NOT_CONTENT_INDEXED', 'ENCRYPTED', 'INTEGRITY_STREAM', 'VIRTUAL', 'NO_SCRUB_DATA')):
    if _bit:
        globals()['FILE_ATTRIBUTE_' + _bit] = 1 << _number
del _number, _bit


def S_IMODE(mode):
    """Return the portion of the file's mode that can be set by os.chmod()."""
    return mode & 0o7777


def S_IFMT(mode):
    """Return the portion of the file's mode that describes the file type."""
    return mode & 0o170000


def _file_type(name, what, bits):
    # A function that tells whether a mode is of that type of file.
    def check(mode):
        return S_IFMT(mode) == bits
    check.__name__ = check.__qualname__ = name
    check.__doc__ = 'Whether the mode is that of a %s.' % what
    return check


S_ISREG = _file_type('S_ISREG', 'regular file', S_IFREG)
S_ISDIR = _file_type('S_ISDIR', 'directory', S_IFDIR)
S_ISLNK = _file_type('S_ISLNK', 'symbolic link', S_IFLNK)
S_ISFIFO = _file_type('S_ISFIFO', 'FIFO (named pipe)', S_IFIFO)
S_ISSOCK = _file_type('S_ISSOCK', 'socket', S_IFSOCK)
S_ISCHR = _file_type('S_ISCHR', 'character special device file', S_IFCHR)
S_ISBLK = _file_type('S_ISBLK', 'block special device file', S_IFBLK)
del _file_type


def S_ISDOOR(mode):
    """Return True if mode is from a door."""
    return False


def S_ISPORT(mode):
    """Return True if mode is from an event port."""
    return False


def S_ISWHT(mode):
    """Return True if mode is from a whiteout."""
    return False


def filemode(mode):
    """Convert a file's mode to a string of the form '-rwxrwxrwx'."""
    kinds = {S_IFLNK: 'l', S_IFREG: '-', S_IFBLK: 'b', S_IFDIR: 'd', S_IFCHR: 'c', S_IFIFO: 'p', S_IFSOCK: 's'}
    text = [kinds.get(S_IFMT(mode), '?')]
    for shift, special, letter in ((6, S_ISUID, 's'), (3, S_ISGID, 's'), (0, S_ISVTX, 't')):
        bits = mode >> shift
        text.append('r' if bits & 4 else '-')
        text.append('w' if bits & 2 else '-')
        if mode & special:
            text.append(letter if bits & 1 else letter.upper())
        else:
            text.append('x' if bits & 1 else '-')
    return ''.join(text)
