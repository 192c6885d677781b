from _cases import *

run(r"""
abs(0j)
abs(1+2j)
abs(-1.5-0.5j)
abs(complex(0.0, -0.0))
abs(complex(float("inf"), 1))
abs(complex(1, float("nan")))
abs(1e200+1e200j)
-(0j)
-(1+2j)
-(-1.5-0.5j)
-(complex(0.0, -0.0))
-(complex(float("inf"), 1))
-(complex(1, float("nan")))
-(1e200+1e200j)
+(0j)
+(1+2j)
+(-1.5-0.5j)
+(complex(0.0, -0.0))
+(complex(float("inf"), 1))
+(complex(1, float("nan")))
+(1e200+1e200j)
str(0j)
str(1+2j)
str(-1.5-0.5j)
str(complex(0.0, -0.0))
str(complex(float("inf"), 1))
str(complex(1, float("nan")))
str(1e200+1e200j)
bool(0j)
bool(1+2j)
bool(-1.5-0.5j)
bool(complex(0.0, -0.0))
bool(complex(float("inf"), 1))
bool(complex(1, float("nan")))
bool(1e200+1e200j)
(0j).conjugate()
(0j).real
(0j).imag
(0j).__getnewargs__()
(1+2j).conjugate()
(1+2j).real
(1+2j).imag
(1+2j).__getnewargs__()
(-1.5-0.5j).conjugate()
(-1.5-0.5j).real
(-1.5-0.5j).imag
(-1.5-0.5j).__getnewargs__()
(complex(0.0, -0.0)).conjugate()
(complex(0.0, -0.0)).real
(complex(0.0, -0.0)).imag
(complex(0.0, -0.0)).__getnewargs__()
(complex(float("inf"), 1)).conjugate()
(complex(float("inf"), 1)).real
(complex(float("inf"), 1)).imag
(complex(float("inf"), 1)).__getnewargs__()
(complex(1, float("nan"))).conjugate()
(complex(1, float("nan"))).real
(complex(1, float("nan"))).imag
(complex(1, float("nan"))).__getnewargs__()
(1e200+1e200j).conjugate()
(1e200+1e200j).real
(1e200+1e200j).imag
(1e200+1e200j).__getnewargs__()
(1j) // 2
(1j) % 2
divmod(1j, 2)
1j < 2j
1j >= 1
int(1j)
float(1j)
hash(1j), hash(1+0j) == hash(1)
round(1j)
1j.__int__()
abs(complex(1e308, 1e308))
(0j) ** 0
(0j) ** -1
(0j) ** 1j
pow(1j, 2, 3)
1j ** 1000000
(1+1j) ** 100
complex.__new__(float)
""")
