def run(coro):
    try:
        while True:
            coro.send(None)
    except StopIteration as e:
        return e.value
async def agen(n):
    for i in range(n):
        yield i
async def double(x):
    return x * 2
async def main():
    a = [x async for x in agen(4)]
    b = {x async for x in agen(3) if x}
    c = {x: y async for x in agen(2) for y in 'a'}
    d = [await double(x) for x in range(3)]
    e = [x + y async for x in agen(2) async for y in agen(2)]
    g = (x async for x in agen(2))
    f = []
    async for x in g:
        f.append(x)
    h = [await double(x) async for x in agen(3) if await double(x) > 1]
    return a, b, c, d, e, type(g).__name__, f, h
print(run(main()))  # expect: ([0, 1, 2, 3], {1, 2}, {0: 'a', 1: 'a'}, [0, 2, 4], [0, 1, 1, 2], 'async_generator', [0, 1], [2, 4])
