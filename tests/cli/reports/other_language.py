def shout(text):
    return text.toUpperCase() + "!"


try:
    print([1, 2].length)
except AttributeError:
    shout("hello")
