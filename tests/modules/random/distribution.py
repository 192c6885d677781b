import random
r = random.Random(2024)
counts = [0] * 6
for _ in range(6000):
    counts[r.randrange(6)] += 1
print(counts, min(counts) > 850, sum(counts))  # expect: [1029, 1020, 956, 973, 976, 1046] True 6000
print([r.randint(-5, 5) for _ in range(10)], [round(r.random(), 10) for _ in range(3)], r.choice(range(100)), r.sample('abcdef', 3), [r.getrandbits(k) for k in (1, 8, 32, 33, 64, 100)])  # expect: [-4, 3, 0, 5, 3, -1, 2, 3, 0, -3] [0.8477831396, 0.2480807884, 0.4679874744] 47 ['a', 'b', 'd'] [1, 210, 3945434772, 7030757036, 11667734478199746908, 17384821391293806457977283041]
l = list('abcdefgh')
r.shuffle(l)
print(l, r.choices('ab', weights=[1, 9], k=10), round(r.gauss(0, 1), 10), round(r.uniform(-1, 1), 10))  # expect: ['e', 'a', 'h', 'c', 'f', 'b', 'd', 'g'] ['b', 'b', 'b', 'b', 'b', 'b', 'a', 'b', 'b', 'a'] 2.3801394133 -0.0398658895
