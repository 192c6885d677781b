# Sockets that are closed, flags of single calls, the type that tells whether a socket blocks.
import _socket
import os


def attempt(function, *args):
    try:
        return function(*args)
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


a, b = _socket.socketpair()
descriptor = a.detach()
print(a.fileno(), attempt(a.recv, 1), attempt(a.send, b'x'))  # a closed socket does not wait  # expect: -1 OSError: [Errno 9] Bad file descriptor OSError: [Errno 9] Bad file descriptor
print(attempt(a.recv_into, bytearray(1)), attempt(a.recvmsg, 1), attempt(a.accept if hasattr(a, 'accept') else a._accept))  # expect: OSError: [Errno 9] Bad file descriptor OSError: [Errno 9] Bad file descriptor OSError: [Errno 9] Bad file descriptor
a = _socket.socket(_socket.AF_UNIX, _socket.SOCK_STREAM, 0, descriptor)
print(attempt(a.recv, 1, _socket.MSG_DONTWAIT), a.gettimeout())  # one call that does not wait  # expect: BlockingIOError: [Errno 11] Resource temporarily unavailable None
print(attempt(a.recvmsg, 1, 0, _socket.MSG_DONTWAIT))  # expect: BlockingIOError: [Errno 11] Resource temporarily unavailable
sent = 0
try:
    while True:
        sent += a.send(b'a' * 4096, _socket.MSG_DONTWAIT)
except BlockingIOError as error:
    print(error, sent > 4096)  # expect: [Errno 11] Resource temporarily unavailable True
a.settimeout(0.001)
print(attempt(b.recv, 3), attempt(a.recv, 1, _socket.MSG_DONTWAIT))  # expect: b'aaa' timeout: timed out

s = _socket.socket()
kinds = [s.type]
for seconds in (5, None, 0, 0.5, None):
    s.settimeout(seconds)
    kinds.append(s.type)
s.setblocking(False)
print(kinds, s.type)  # expect: [1, 2049, 1, 2049, 2049, 1] 2049
s.setblocking(True)
print(s.type, _socket.socket(_socket.AF_INET, _socket.SOCK_STREAM | _socket.SOCK_NONBLOCK).type)  # expect: 1 2049
_socket.setdefaulttimeout(3)
s.close()
s = _socket.socket()
print(s.type)  # expect: 2049
_socket.setdefaulttimeout(None)

print(attempt(s.listen, 2 ** 31), attempt(s.shutdown, 2 ** 31), attempt(s.listen, -5))  # expect: OverflowError: signed integer is greater than maximum OverflowError: Python int too large to convert to C int None
limit = 0x7fffffff
print(_socket.CMSG_LEN(limit - _socket.CMSG_LEN(0)), attempt(_socket.CMSG_LEN, limit - _socket.CMSG_LEN(0) + 1))  # expect: 2147483647 OverflowError: CMSG_LEN() argument out of range
print(_socket.CMSG_SPACE(limit - _socket.CMSG_SPACE(1)), attempt(_socket.CMSG_SPACE, limit - _socket.CMSG_SPACE(1) + 1))  # expect: 2147483640 OverflowError: CMSG_SPACE() argument out of range
for each in (a, b, s):
    each.close()

name = 'krait-\xe9\udcff-%d' % os.getpid()
path = os.path.join('/tmp', name)
u = _socket.socket(_socket.AF_UNIX)
u.bind(path)
print(u.getsockname() == path, os.path.exists(path))  # expect: True True
u.close()
os.unlink(path)
