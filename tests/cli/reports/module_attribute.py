import math
print(math.pi, math.squareroot(2), math.Sqrt(2))
