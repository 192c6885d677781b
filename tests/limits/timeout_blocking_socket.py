# options: -X timeout=0.2
# timeout: 10
# expect stderr contains: time limit
# exit: 1
import _socket
a, b = _socket.socketpair()
a.recv(1)
