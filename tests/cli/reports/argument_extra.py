def greet(name):
    return "hello " + name


greet("a", "b")
