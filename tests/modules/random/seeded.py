import random
random.seed(42)
print(random.random(), random.random(), random.randint(1, 100), random.randrange(10), random.randrange(0, 100, 7), random.choice('abcdef'), random.uniform(1, 2), random.getrandbits(70))  # expect: 0.6394267984578837 0.025010755222666936 36 3 21 b 1.7364712141640124 1065127320492871265645
l = list(range(10))
random.shuffle(l)
print(l, random.sample(range(100), 5), random.choices([1, 2, 3], k=4), random.gauss(0, 1), random.triangular(0, 1))  # expect: [3, 2, 4, 9, 5, 7, 0, 6, 1, 8] [71, 25, 91, 83, 89] [2, 1, 2, 3] 1.8089967877585265 0.6115025064355156
r = random.Random(7)
a = [r.random() for _ in range(3)]
r.seed(7)
print(a, a == [r.random() for _ in range(3)])  # expect: [0.32383276483316237, 0.15084917392450192, 0.6509344730398537] True
state = r.getstate()
b = r.random()
r.setstate(state)
print(b == r.random())  # expect: True
random.seed('text')
print(random.random())  # expect: 0.8711565613554825
random.seed(2**100)
print(random.random(), random.expovariate(1), random.betavariate(1, 2), random.normalvariate(0, 1))  # expect: 0.7586581712996778 0.2556926303243501 0.029241473829341686 0.682241981811652
