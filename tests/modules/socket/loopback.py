import _socket
import os
import select
import _thread


def attempt(function, *args):
    try:
        return function(*args)
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


server = _socket.socket()
server.setsockopt(_socket.SOL_SOCKET, _socket.SO_REUSEADDR, 1)
server.bind(('127.0.0.1', 0))
server.listen()
port = server.getsockname()[1]
client = _socket.socket(_socket.AF_INET, _socket.SOCK_STREAM)
client.connect(('127.0.0.1', port))
fd, address = server._accept()
peer = _socket.socket(_socket.AF_INET, _socket.SOCK_STREAM, 0, fd)
print(address == client.getsockname(), client.getpeername() == ('127.0.0.1', port), peer.fileno() == fd)
print(client.send(b'hello'), peer.recv(3), peer.recv(100), client.sendall(b'more'))
buffer = bytearray(10)
print(peer.recv_into(buffer), buffer)
client.shutdown(_socket.SHUT_WR)
print(peer.recv(10))
peer.settimeout(0.01)
print(peer.gettimeout(), client.timeout, attempt(_socket.socket(_socket.AF_INET, _socket.SOCK_DGRAM).recv, -1))
client.settimeout(0.02)
print(attempt(client.recv, 5), _socket.timeout.__mro__[1])
client.setblocking(False)
print(attempt(client.recv, 5))
for s in (server, client, peer):
    s.close()
print(client.fileno(), attempt(client.recv, 1))

a, b = _socket.socketpair()
received = []
_thread.start_new_thread(lambda: received.append(b.recv(10)), ())
a.send(b'to thread')
while not received:
    pass
print(received, a.family == _socket.AF_UNIX, repr(a.getsockname()))
r, w = os.pipe()
a.sendmsg([b'x', b'y'], [(_socket.SOL_SOCKET, _socket.SCM_RIGHTS, w.to_bytes(4, 'little'))])
data, ancillary, flags, where = b.recvmsg(10, _socket.CMSG_SPACE(4))
passed = int.from_bytes(ancillary[0][2], 'little')
os.write(passed, b'through')
print(data, os.read(r, 10), len(ancillary))

u, v = _socket.socket(_socket.AF_INET, _socket.SOCK_DGRAM), _socket.socket(_socket.AF_INET, _socket.SOCK_DGRAM)
u.bind(('127.0.0.1', 0))
v.bind(('127.0.0.1', 0))
print(u.sendto(b'datagram', v.getsockname()), v.recvfrom(20) == (b'datagram', u.getsockname()))
print(attempt(u.sendto, b'x', ('127.0.0.1', 70000)), attempt(u.bind, 3), attempt(u.connect, ('127.0.0.1',)))
poll = select.poll()
poll.register(v)
print([(fd == v.fileno(), event) for fd, event in poll.poll(0)], select.select([v], [v], [], 0)[:2] == ([], [v]))
with select.epoll() as e:
    e.register(v.fileno(), select.EPOLLIN)
    print(e.poll(0.001))
    u.sendto(b'again', v.getsockname())
    print([(fd == v.fileno(), event) for fd, event in e.poll(1)])
print(attempt(select.select, 3, [], []), attempt(select.select, ['x'], [], []), attempt(select.select, [], [], [], -1))
print(_socket.inet_aton('127.0.0.1'), _socket.inet_ntoa(b'\x7f\0\0\1'), _socket.inet_pton(_socket.AF_INET6, '::1'),
      _socket.inet_ntop(_socket.AF_INET6, bytes(15) + b'\1'), attempt(_socket.inet_aton, 'x'), _socket.htons(1), _socket.ntohl(1))
print(_socket.getaddrinfo('127.0.0.1', 80, 0, _socket.SOCK_STREAM), attempt(_socket.getaddrinfo, '127.0.0.1', []))
print(_socket.getnameinfo(('127.0.0.1', 80), _socket.NI_NUMERICHOST | _socket.NI_NUMERICSERV))
for s in (a, b, u, v):
    s.close()
print(_socket.error is OSError, _socket.gaierror.__module__, type(_socket.gethostname()))
