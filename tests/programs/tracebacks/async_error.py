async def f():
    raise ValueError("async")
try:
    f().send(None)
except StopIteration:
    pass
# exit: 1
