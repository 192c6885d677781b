def lookup(key):
    try:
        return {}[key]
    except KeyError as error:
        raise LookupError("nothing for %r" % key) from error


try:
    lookup("a")
except LookupError:
    undefined_name
