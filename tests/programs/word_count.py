import sys

counts = {}
for line in sys.stdin:
    for word in line.strip().lower().split():
        counts[word] = counts.get(word, 0) + 1
for word, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:10]:
    print('{}: {}'.format(word, count))
# expect: delta4: 58
# expect: iota5: 55
# expect: beta5: 54
# expect: alpha2: 52
# expect: epsilon0: 52
# expect: theta2: 52
# expect: gamma5: 50
# expect: alpha1: 49
# expect: theta1: 49
# expect: zeta2: 49
