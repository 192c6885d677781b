# options: -X memory-limit=64M
total = 0
for i in range(300):
    total += len([0] * 100000)
print(total)  # expect: 30000000
