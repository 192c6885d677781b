data = {"list": [[1, 2], [3]]}
print(data["list"][1][1], "after")
