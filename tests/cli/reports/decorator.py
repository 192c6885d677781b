import functools


def twice(function):
    @functools.wraps(function)
    def wrapper(*args):
        return function(*args) + function(*args)
    return wrapper


@twice
def load(x):
    return x.value


load(3)
