# What C takes as an int must fit: 2 ** 32 is not descriptor 0, and 2 ** 32 + 2 no AF_INET.
import _socket, mmap, select
big = 2 ** 32
alone, (one, other), waiting, mapped = _socket.socket(), _socket.socketpair(), select.epoll(), mmap.mmap(-1, 10)
room = bytearray(2)
calls = [
    (_socket.socket, big + 2), (_socket.socket, 2, big), (_socket.socket, 2, 1, big),
    (_socket.socketpair, big + 1), (_socket.socketpair, 1, big), (_socket.socketpair, 1, 1, -big),
    (_socket.inet_pton, big + 2, '1.2.3.4'), (_socket.inet_ntop, big + 2, b'abcd'),
    (_socket.getaddrinfo, '127.0.0.1', 80, big + 2), (_socket.getaddrinfo, '127.0.0.1', 80, 0, big + 1),
    (_socket.getaddrinfo, '127.0.0.1', 80, 0, 0, big), (_socket.getaddrinfo, '127.0.0.1', 80, 0, 0, 0, big),
    (_socket.getnameinfo, ('127.0.0.1', 80), big), (alone.listen, big), (alone.listen, -big),
    (one.recv, 1, big), (one.recv_into, room, 1, big), (one.recvfrom, 1, big), (one.recvfrom_into, room, 1, big),
    (one.send, b'x', big), (one.sendall, b'x', big), (one.sendmsg, [b'x'], [], big), (one.sendto, b'x', big, '/q'),
    (one.recvmsg, 1, 0, big), (one.recvmsg_into, [room], 0, big), (alone.getsockopt, big + 1, 2),
    (alone.getsockopt, 1, big + 2), (alone.getsockopt, 1, 2, big + 4), (alone.setsockopt, big + 1, 2, 1),
    (alone.setsockopt, 1, big + 2, 1), (alone.setsockopt, 1, 2, 1, 1), (alone.setsockopt, 1, 2, b'abcd', 4),
    (select.epoll.fromfd, big + 1000), (waiting.poll, 0, big), (waiting.poll, 0, -2), (mapped.seek, 1, big),
]
for function, *args in calls:
    try:
        print(function.__name__, function(*args))
    except (OverflowError, TypeError, ValueError) as error:
        print(function.__name__, type(error).__name__, error)
# expect: socket OverflowError signed integer is greater than maximum
# expect: socket OverflowError signed integer is greater than maximum
# expect: socket OverflowError signed integer is greater than maximum
# expect: socketpair OverflowError signed integer is greater than maximum
# expect: socketpair OverflowError signed integer is greater than maximum
# expect: socketpair OverflowError signed integer is less than minimum
# expect: inet_pton OverflowError signed integer is greater than maximum
# expect: inet_ntop OverflowError signed integer is greater than maximum
# expect: getaddrinfo OverflowError signed integer is greater than maximum
# expect: getaddrinfo OverflowError signed integer is greater than maximum
# expect: getaddrinfo OverflowError signed integer is greater than maximum
# expect: getaddrinfo OverflowError signed integer is greater than maximum
# expect: getnameinfo OverflowError signed integer is greater than maximum
# expect: listen OverflowError signed integer is greater than maximum
# expect: listen OverflowError signed integer is less than minimum
# expect: recv OverflowError signed integer is greater than maximum
# expect: recv_into OverflowError signed integer is greater than maximum
# expect: recvfrom OverflowError signed integer is greater than maximum
# expect: recvfrom_into OverflowError signed integer is greater than maximum
# expect: send OverflowError signed integer is greater than maximum
# expect: sendall OverflowError signed integer is greater than maximum
# expect: sendmsg OverflowError signed integer is greater than maximum
# expect: sendto OverflowError signed integer is greater than maximum
# expect: recvmsg OverflowError signed integer is greater than maximum
# expect: recvmsg_into OverflowError signed integer is greater than maximum
# expect: getsockopt OverflowError signed integer is greater than maximum
# expect: getsockopt OverflowError signed integer is greater than maximum
# expect: getsockopt OverflowError signed integer is greater than maximum
# expect: setsockopt OverflowError signed integer is greater than maximum
# expect: setsockopt OverflowError signed integer is greater than maximum
# expect: setsockopt TypeError setsockopt() takes exactly 3 arguments (4 given)
# expect: setsockopt TypeError setsockopt() takes exactly 3 arguments (4 given)
# expect: fromfd OverflowError signed integer is greater than maximum
# expect: poll OverflowError signed integer is greater than maximum
# expect: poll ValueError maxevents must be greater than 0, got -2
# expect: seek OverflowError signed integer is greater than maximum
