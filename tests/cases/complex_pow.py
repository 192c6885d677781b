from _cases import *

run(r"""
(0j) ** (complex(1, float("nan")))
(0j) ** (1e200+1e200j)
(0j) ** (0)
(0j) ** (True)
(1+2j) ** (-1.5-0.5j)
(1+2j) ** (1e200+1e200j)
(1+2j) ** (0)
(1+2j) ** (True)
(-1.5-0.5j) ** (0)
(-1.5-0.5j) ** (True)
(complex(0.0, -0.0)) ** (1+2j)
(complex(0.0, -0.0)) ** (complex(1, float("nan")))
(complex(0.0, -0.0)) ** (2)
(complex(0.0, -0.0)) ** (0)
(complex(0.0, -0.0)) ** (True)
(complex(float("inf"), 1)) ** (0j)
(complex(float("inf"), 1)) ** (0)
(complex(1, float("nan"))) ** (1+2j)
(complex(1, float("nan"))) ** (1e200+1e200j)
(complex(1, float("nan"))) ** (0)
(complex(1, float("nan"))) ** (1.5)
(1e200+1e200j) ** (complex(1, float("nan")))
(1+2j) ** 'a'
(1+2j) ** None
(1+2j) ** 10**400
(1+2j) ** [1]
complex(float('inf'), 0) ** 2
complex(0, float('inf')) ** 2
complex(float('inf'), 1) ** 2
complex(1, float('inf')) ** -1
complex(float('inf'), float('inf')) ** 0.5
2 ** complex(float('inf'), 0)
2j ** complex(0, float('inf'))
complex(float('inf'), 0) ** complex(0, 1)
complex(float('inf'), 0) ** -1
complex(float('inf'), 0) ** 0
complex(float('nan'), 0) ** 2
complex(float('nan'), 0) ** 0
complex(float('inf'), 0) ** 1
complex(-float('inf'), 0) ** 3
complex(float('inf'), 0) ** 1.5
complex(1e200, 0) ** 2
complex(1e200, 1e200) ** 2
complex(1e200, 1e200) ** 3j
1j ** float('inf')
1 ** complex(float('inf'), 1)
0 ** complex(float('inf'), 0)
0j ** complex(-1, 0)
0j ** complex(1, 1)
complex(2, 3) ** complex(float('inf'), float('nan'))
complex(0, -float('inf')) ** 2
complex(float('inf'), -1) ** 3
(1+1j) ** 100
(1+1j) ** 101
(1+1j) ** -100
(1+1j) ** 1000
(1+1j) ** 10000
""")
