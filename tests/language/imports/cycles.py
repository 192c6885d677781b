import _cycle_a
print(_cycle_a.start, _cycle_a.done, _cycle_a._cycle_b.seen)  # expect: a started a done ('a started', False)
