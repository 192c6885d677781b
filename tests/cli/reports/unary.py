values = [1]
print(sum(values), -values)
