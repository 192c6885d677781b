import _cycle_a
seen = _cycle_a.start, hasattr(_cycle_a, 'done')
