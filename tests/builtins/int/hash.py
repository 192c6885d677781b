print(hash(0), hash(5), hash(-1), hash(-2), hash(2**61 - 1), hash(2**61), hash(2**62), hash(-2**61), hash(10**30))  # expect: 0 5 -2 -2 0 1 2 -2 465258685558744706
print(hash(True), hash(1.0) == hash(1), hash(2**100) == hash(float(2**100)), hash(1 + 0j) == hash(1))  # expect: 1 True True True
