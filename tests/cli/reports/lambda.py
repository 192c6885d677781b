f = lambda v: v.name + "x"
print(list(map(f, ["a"])))
