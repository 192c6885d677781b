def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(slice(3), slice(1, 2), slice(1, 2, 3), slice(None), slice(1, 2).start, slice(1, 2).stop, slice(1, 2).step, slice(1) == slice(1), slice(1, 2) < slice(1, 3), slice('a', []))  # expect: slice(None, 3, None) slice(1, 2, None) slice(1, 2, 3) slice(None, None, None) 1 2 None True True slice('a', [], None)
print(slice(None).indices(5), slice(-3, None).indices(5), slice(None, None, -1).indices(5), slice(10, 20).indices(5), slice(-10, 10, 2).indices(5), slice(10**20).indices(7))  # expect: (0, 5, 1) (2, 5, 1) (4, -1, -1) (5, 5, 1) (0, 5, 2) (0, 7, 1)
print(attempt(lambda: slice()))  # expect: TypeError: slice expected at least 1 arguments, got 0
print(attempt(lambda: slice(1, 2, 0).indices(5)))  # expect: ValueError: slice step cannot be zero
print(attempt(lambda: slice(1).indices(-1)))  # expect: ValueError: length should not be negative
print(attempt(lambda: slice('a').indices(5)))  # expect: TypeError: slice indices must be integers or None or have an __index__ method
print(attempt(lambda: hash(slice(1))))  # expect: TypeError: unhashable type: 'slice'
print(attempt(lambda: setattr(slice(1), 'start', 5)))  # expect: AttributeError: readonly attribute
class Show:
    def __getitem__(self, key):
        return key
s = Show()
print(s[1:2], s[::], s[1:2, 3], s[..., 1], s[:, None], s[()], s[1,], s[-1:])  # expect: slice(1, 2, None) slice(None, None, None) (slice(1, 2, None), 3) (Ellipsis, 1) (slice(None, None, None), None) () (1,) slice(-1, None, None)
