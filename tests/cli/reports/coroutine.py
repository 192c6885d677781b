async def work(n):
    return 10 // n


async def main():
    return await work(0)


main().send(None)
