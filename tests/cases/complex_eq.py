from _cases import *

run(r"""
(0j) == (0)
(0j) == (1.5)
(0j) == (-1)
(1+2j) == (complex(0.0, -0.0))
(1+2j) == (complex(1, float("nan")))
(1+2j) == (1e200+1e200j)
(-1.5-0.5j) == (2)
(-1.5-0.5j) == (-1)
(complex(0.0, -0.0)) == (-1.5-0.5j)
(complex(0.0, -0.0)) == (1e200+1e200j)
(complex(0.0, -0.0)) == (2)
(complex(0.0, -0.0)) == (1.5)
(complex(float("inf"), 1)) == (-1.5-0.5j)
(complex(float("inf"), 1)) == (complex(0.0, -0.0))
(complex(float("inf"), 1)) == (complex(1, float("nan")))
(complex(float("inf"), 1)) == (1e200+1e200j)
(complex(float("inf"), 1)) == (0)
(complex(float("inf"), 1)) == (1.5)
(complex(1, float("nan"))) == (-1.5-0.5j)
(complex(1, float("nan"))) == (-1)
(1e200+1e200j) == (0j)
(1e200+1e200j) == (1+2j)
(1e200+1e200j) == (1.5)
(1e200+1e200j) == (True)
(1+2j) == 'a'
(1+2j) == None
(1+2j) == 10**400
(1+2j) == [1]
""")
