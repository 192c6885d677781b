total = 0
for n in 5:
    total += n
