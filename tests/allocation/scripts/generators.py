# Generators, delegation, coroutines and asynchronous generators driven by hand.
def count(n):
    try:
        while n:
            sent = yield n
            n -= sent or 1
    finally:
        n = None
    return 'done'

def delegate(n):
    result = yield from count(n)
    yield result

assert list(delegate(3)) == [3, 2, 1, 'done']
g = count(10)
assert next(g) == 10 and g.send(4) == 6
try:
    g.throw(ValueError('stop'))
except ValueError:
    pass
assert list(x * y for x in range(3) for y in range(2) if x) == [0, 1, 0, 2]

class Later:
    def __await__(self):
        got = yield 'waiting'
        return got

async def numbers(n):
    for i in range(n):
        await Later()
        yield i

async def gather(n):
    async with Context() as context:
        return [i async for i in numbers(n) if i != 1], context

class Context:
    async def __aenter__(self):
        await Later()
        return 'context'
    async def __aexit__(self, *details):
        await Later()

task = gather(3)
steps = 0
try:
    while True:
        assert task.send(None) == 'waiting'
        steps += 1
except StopIteration as stop:
    assert stop.value == ([0, 2], 'context')
assert steps == 5
half = count(5)
next(half)
half.close()
cycle = [count(2)]
next(cycle[0])
cycle.append(cycle)
del cycle, half
import gc
gc.collect()
