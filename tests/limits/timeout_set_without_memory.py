# options: -X timeout=0.3 -X memory-limit=64M
# timeout: 10
# expect stderr contains: time limit
# exit: 1
# When the table cannot grow, not every key that still fits may look through the heap for room.
import itertools
while True:
    try:
        set().update(itertools.count())
    except MemoryError:
        pass
