# One thread reads what another writes: whoever waits for a file lets the other run.
import _thread
import os
import time

running = []


def start(function, *args):
    running.append(function)

    def run():
        try:
            function(*args)
        finally:
            running.remove(function)
    _thread.start_new_thread(run, ())


def join():
    while running:
        time.sleep(0.001)


received = []


def receive(fd):
    with open(fd, 'rb') as stream:
        received.append(len(stream.read()))


reading, writing = os.pipe()
start(receive, reading)
with open(writing, 'wb') as stream:
    for i in range(50):
        stream.write(b'x' * 10000)
join()
print(received)  # expect: [500000]

# Threads that write to the same stream wait for each other.
lines = []


def receive_lines(fd):
    with open(fd) as stream:
        for line in stream:
            lines.append(line)


def send(stream, letter):
    for i in range(100):
        stream.write(letter * 999 + '\n')


reading, writing = os.pipe()
start(receive_lines, reading)
with open(writing, 'w') as stream:
    for letter in 'abc':
        start(lambda c=letter: send(stream, c))
    while len(running) > 1:
        time.sleep(0.001)
join()
print(len(lines), {len(line) for line in lines}, {line[0] for line in lines} == set('abc'))  # expect: 300 {1000} True

# Both sides of a FIFO are opened at once.
path = 'streams_fifo_%d' % os.getpid()
os.mkfifo(path)


def greet():
    with open(path, 'w') as stream:
        stream.write('hello')


start(greet)
with open(path) as stream:
    print(stream.read())  # expect: hello
join()
os.unlink(path)

# A stream that another thread detaches while this one waits for it.
reading, writing = os.pipe()
shared = open(reading, 'rb')
start(lambda: shared.read(1))
time.sleep(0.02)
start(lambda: os.write(writing, b'ab'))
print(shared.read(1) in (b'a', b'b'))  # expect: True
join()
shared.close()
os.close(writing)
