# the whole file is refused: nothing is printed
print("never")
async def f():
 yield 1
 return 2  # expect raises: SyntaxError: 'return' with value in async generator
