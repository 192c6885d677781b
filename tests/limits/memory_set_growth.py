# options: -X memory-limit=32M
# expect stderr contains: MemoryError
# exit: 1
import itertools
set(itertools.count())
