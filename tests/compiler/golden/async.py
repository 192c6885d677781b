async def waits(a):
    await a
    x = await a.b()
    return x

async def loops(a):
    async for x in a:
        if x: continue
        break
    else:
        return 1

async def contexts(a):
    async with a as b, a: await b
    async with a: return 1

async def generator(a):
    yield 1
    x = yield
    return

async def comprehensions(a):
    b = [x async for x in a]
    c = {x: y async for x in a if x for y in x}
    d = {await x for x in a}
    e = (x async for x in a if await x)
    return [y for x in a async for y in x]

async def lambdas():
    return lambda: 1
