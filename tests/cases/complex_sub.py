from _cases import *

run(r"""
(0j) - (complex(0.0, -0.0))
(0j) - (-1)
(1+2j) - (-1.5-0.5j)
(1+2j) - (1e200+1e200j)
(-1.5-0.5j) - (0j)
(-1.5-0.5j) - (1+2j)
(-1.5-0.5j) - (-1.5-0.5j)
(-1.5-0.5j) - (complex(float("inf"), 1))
(-1.5-0.5j) - (complex(1, float("nan")))
(-1.5-0.5j) - (0)
(complex(0.0, -0.0)) - (0j)
(complex(0.0, -0.0)) - (1+2j)
(complex(0.0, -0.0)) - (0)
(complex(0.0, -0.0)) - (1.5)
(complex(0.0, -0.0)) - (-1)
(complex(float("inf"), 1)) - (complex(0.0, -0.0))
(complex(float("inf"), 1)) - (1e200+1e200j)
(complex(float("inf"), 1)) - (1.5)
(complex(1, float("nan"))) - (0j)
(complex(1, float("nan"))) - (complex(1, float("nan")))
(complex(1, float("nan"))) - (-1)
(1e200+1e200j) - (0j)
(1e200+1e200j) - (-1.5-0.5j)
(1e200+1e200j) - (1e200+1e200j)
(1+2j) - 'a'
(1+2j) - None
(1+2j) - 10**400
(1+2j) - [1]
""")
