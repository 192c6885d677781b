größe = 5
print(größe + gröse)
