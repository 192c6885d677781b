import io


def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


try:
    open('/nonexistent/file')
except FileNotFoundError as error:
    print(error.errno, error.strerror, error.filename, error)  # expect: 2 No such file or directory /nonexistent/file [Errno 2] No such file or directory: '/nonexistent/file'
print(attempt(lambda: open('x', 'q')))  # expect: ValueError: invalid mode: 'q'
print(attempt(lambda: open('x', 'rw')))  # expect: ValueError: must have exactly one of create/read/write/append mode
print(attempt(lambda: open('x', 'rbt')))  # expect: ValueError: can't have text and binary mode at once
print(attempt(lambda: open('/')))  # expect: IsADirectoryError: [Errno 21] Is a directory: '/'
print(attempt(lambda: open()))  # expect: TypeError: Required argument 'file' (pos 1) not found
print(attempt(lambda: open(None)))  # expect: TypeError: expected str, bytes or os.PathLike object, not NoneType
with open(__file__) as f:
    print(f.readline().strip(), f.mode, f.closed, f.readable(), f.writable())  # expect: import io r False True False
    print(f.readline().strip())  # expect: 
print(f.closed)  # expect: True
print(attempt(lambda: f.read()))  # expect: ValueError: I/O operation on closed file.
with open(__file__, 'rb') as f:
    print(f.read(6), f.tell(), f.seek(0), f.read(2))  # expect: b'import' 6 0 b'im'
