async = await = 1
def await(async): return async.await
async def f(a):
    await a
    await a.b(c)[d]
    x = await a + await b ** await c
    async with a as b, c: d
    async for a in b: c
    else: d
    [x async for x in y if await z]
    {x: await y async for x in z}
    return (x async for x in y for z in x)
@a
async def f():
    yield
await
async def f(): await a
async
class A:
    async def f(self):
        async def g(): await h

        await g()
    async = 1
