import time


def f(a, b):
    return a + b


def from_python(counter, rounds):
    """Nanoseconds of rounds calls of counter.add(i, 1)."""
    add_all = 0
    start = time.process_time()
    for i in range(rounds):
        counter.add(i & 7, 1)
    with_calls = time.process_time() - start
    start = time.process_time()
    for i in range(rounds):
        i & 7
    return (with_calls - (time.process_time() - start)) * 1e9 / rounds


def properties(counter, rounds):
    start = time.process_time()
    for i in range(rounds):
        counter.value
    with_calls = time.process_time() - start
    start = time.process_time()
    for i in range(rounds):
        pass
    return (with_calls - (time.process_time() - start)) * 1e9 / rounds


def functions(twice, rounds):
    start = time.process_time()
    for i in range(rounds):
        twice(i & 7)
    with_calls = time.process_time() - start
    start = time.process_time()
    for i in range(rounds):
        i & 7
    return (with_calls - (time.process_time() - start)) * 1e9 / rounds


def constructions(cls, rounds):
    start = time.process_time()
    for i in range(rounds):
        cls(1, 2)
    return (time.process_time() - start) * 1e9 / rounds
