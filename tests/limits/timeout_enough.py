# options: -X timeout=20
print(sum(range(1000)))  # expect: 499500
