# options: -X max-steps=10000000
total = 0
for i in range(10000):
    total += i
print(total)  # expect: 49995000
