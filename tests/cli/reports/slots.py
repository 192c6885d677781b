class Small:
    __slots__ = ("a",)


s = Small()
s.b = 1
