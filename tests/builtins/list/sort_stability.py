data = [(i * 7919 % 10, i) for i in range(200)]
by_key = sorted(data, key=lambda pair: pair[0])
print(all(a[0] < b[0] or (a[0] == b[0] and a[1] < b[1]) for a, b in zip(by_key, by_key[1:])))  # expect: True
back = sorted(data, key=lambda pair: pair[0], reverse=True)
print(all(a[0] > b[0] or (a[0] == b[0] and a[1] < b[1]) for a, b in zip(back, back[1:])))  # expect: True
numbers = [i * 31337 % 1009 for i in range(3000)]
ordered = sorted(numbers)
print(ordered == [n for n in range(1009) for _ in range(numbers.count(n))], sorted(ordered) == ordered, sorted(ordered, reverse=True) == ordered[::-1])  # expect: True True True
calls = []
sorted([3, 1, 2], key=lambda x: calls.append(x) or x)
print(calls)  # expect: [3, 1, 2]
