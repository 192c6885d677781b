# the whole file is refused: nothing is printed
print("never")
async def f():
 yield from x  # expect raises: SyntaxError: 'yield from' inside async function
