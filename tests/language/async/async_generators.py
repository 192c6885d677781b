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
async def agen(n):
    try:
        for i in range(n):
            got = yield i
            if got:
                print('got', got)
    finally:
        print('agen finally')
async def main():
    out = []
    async for x in agen(3):
        out.append(x)
    g = agen(3)
    out.append(await g.__anext__())
    out.append(await g.asend('hello'))
    await g.aclose()
    try:
        await g.__anext__()
    except StopAsyncIteration:
        out.append('stopped')
    h = agen(2)
    await h.asend(None)
    try:
        await h.athrow(ValueError('t'))
    except ValueError as e:
        out.append(str(e))
    return out
print(run(main()))  # expect: agen finally
# expect: got hello
# expect: agen finally
# expect: agen finally
# expect: [0, 1, 2, 0, 1, 'stopped', 't']
g = agen(1)
print(type(g).__name__, g.__aiter__() is g, type(g.__anext__()).__name__)  # expect: async_generator True async_generator_asend
print(attempt(lambda: g.asend(1).send(None)))  # expect: TypeError: can't send non-None value to a just-started async generator
print(attempt(lambda: run(g)))  # expect: AttributeError: 'async_generator' object has no attribute 'send'
print(attempt(lambda: iter(g)))  # expect: TypeError: 'async_generator' object is not iterable
print(attempt(lambda: g.asend(None).send(None)))  # expect: StopIteration: 0
# expect: agen finally
