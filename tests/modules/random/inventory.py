"""Every name of the reference is there."""
import random

EXPECTED = '''
    Random seed random uniform randint choice sample randrange shuffle normalvariate lognormvariate
    expovariate vonmisesvariate gammavariate triangular gauss betavariate paretovariate weibullvariate
    getstate setstate getrandbits choices SystemRandom
'''.split()

print([name for name in EXPECTED if not hasattr(random, name)])  # expect: []
print(len(EXPECTED))  # expect: 24
