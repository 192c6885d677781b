# A signal cuts a write to a full pipe short: its handler runs before the rest is written, and a thread can read the
# pipe meanwhile.
import io, os, signal, time, _thread

SIZE = 4 * 1024 * 1024


class Thread:
    def __init__(self, function, *args):
        self.done = _thread.allocate_lock()
        self.done.acquire()
        _thread.start_new_thread(self.run, (function, args))

    def run(self, function, args):
        try:
            function(*args)
        finally:
            self.done.release()

    def join(self):
        self.done.acquire()


def stop(number, frame):
    raise ZeroDivisionError


def start_reader(r, size, results):
    def read():
        signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGALRM])
        results.append(os.read(r, size))
    return Thread(read)


def write_until_stopped(make, data):
    signal.signal(signal.SIGALRM, stop)
    r, w = os.pipe()
    results = []
    stream = make(w)
    thread = start_reader(r, 1, results)
    signal.setitimer(signal.ITIMER_REAL, 0.2)
    try:
        stream.write(data)
    except ZeroDivisionError:
        print('stopped', results[0], os.read(r, 1))
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        thread.join()
        os.close(w)
        os.close(r)
        try:
            stream.close()
        except OSError as error:
            print(type(error).__name__, error.errno)


write_until_stopped(lambda fd: open(fd, 'wb', closefd=False), b'xy' * SIZE)  # expect: stopped b'x' b'y'
write_until_stopped(lambda fd: open(fd, 'wb', buffering=0, closefd=False), b'xy' * SIZE)  # expect: stopped b'x' b'y'
write_until_stopped(lambda fd: open(fd, 'w', encoding='latin-1', closefd=False), 'xy' * SIZE)  # expect: stopped b'x' b'y'


# A handler that returns lets the write go on; every byte arrives once.
def write_all():
    calls = []
    signal.signal(signal.SIGALRM, lambda number, frame: calls.append(number))
    r, w = os.pipe()
    parts = []

    def read():
        signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGALRM])
        while len(calls) == 0:
            time.sleep(0.05)
        while True:
            part = os.read(r, 65536)
            if not part:
                break
            parts.append(part)
    thread = Thread(read)
    stream = open(w, 'wb')
    signal.setitimer(signal.ITIMER_REAL, 0.2)
    data = bytes(range(256)) * 4096
    print(stream.write(data) == len(data))
    stream.close()
    thread.join()
    print(b''.join(parts) == data, len(calls))
    os.close(r)


write_all()  # expect: True
# expect: True 1


# Two threads at one stream: the second waits for the first.
def two_writers():
    r, w = os.pipe()
    stream = open(w, 'wb')
    parts = []

    def read():
        while True:
            part = os.read(r, 65536)
            if not part:
                break
            parts.append(part)

    def write(byte):
        for _ in range(20):
            stream.write(byte * 50000)
    threads = [Thread(write, b) for b in (b'a', b'b')]
    reader = Thread(read)
    for thread in threads:
        thread.join()
    stream.close()
    reader.join()
    everything = b''.join(parts)
    print(everything.count(b'a'), everything.count(b'b'))
    os.close(r)


two_writers()  # expect: 1000000 1000000
