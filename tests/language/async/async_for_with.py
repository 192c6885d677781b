def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


def run(coro):
    try:
        while True:
            coro.send(None)
    except StopIteration as e:
        return e.value
class Aiter:
    def __init__(self, n): self.i, self.n = 0, n
    def __aiter__(self): return self
    async def __anext__(self):
        if self.i == self.n:
            raise StopAsyncIteration
        self.i += 1
        return self.i
class CM:
    def __init__(self, swallow=False): self.swallow = swallow
    async def __aenter__(self):
        print('aenter')
        return 'value'
    async def __aexit__(self, kind, value, trace):
        print('aexit', kind and kind.__name__, value)
        return self.swallow
async def main():
    out = []
    async for x in Aiter(3):
        if x == 2:
            continue
        out.append(x)
    else:
        out.append('else')
    async for x in Aiter(5):
        if x == 2:
            break
    else:
        out.append('never')
    async with CM() as v, CM(True):
        out.append(v)
        raise ValueError('inside')
    async with CM():
        return out
print(run(main()))  # expect: aenter
# expect: aenter
# expect: aexit ValueError inside
# expect: aexit None None
# expect: aenter
# expect: aexit None None
# expect: [1, 3, 'else', 'value']
async def bad1():
    async for x in [1]: pass
async def bad2():
    async with 5: pass
async def bad3():
    class A:
        def __aiter__(self): return 5
    async for x in A(): pass
async def bad4():
    async with CM():
        raise KeyError('out')
async def bad5():
    class A:
        def __aiter__(self): return self
        def __anext__(self): return 5
    async for x in A(): pass
print(attempt(lambda: run(bad1())))  # expect: TypeError: 'async for' requires an object with __aiter__ method, got list
print(attempt(lambda: run(bad2())))  # expect: AttributeError: __aexit__
print(attempt(lambda: run(bad3())))  # expect: TypeError: 'async for' received an invalid object from __aiter__: int
print(attempt(lambda: run(bad4())))  # expect: aenter
# expect: aexit KeyError 'out'
# expect: KeyError: 'out'
print(attempt(lambda: run(bad5())))  # expect: TypeError: 'async for' received an invalid object from __anext__: int
