from _cases import *

run(r"""
(0j) / (0j)
(1+2j) / (1+2j)
(1+2j) / (-1.5-0.5j)
(1+2j) / (complex(1, float("nan")))
(1+2j) / (-1)
(-1.5-0.5j) / (True)
(complex(0.0, -0.0)) / (1+2j)
(complex(0.0, -0.0)) / (-1.5-0.5j)
(complex(0.0, -0.0)) / (complex(0.0, -0.0))
(complex(0.0, -0.0)) / (complex(1, float("nan")))
(complex(0.0, -0.0)) / (0)
(complex(float("inf"), 1)) / (0j)
(complex(float("inf"), 1)) / (1+2j)
(complex(float("inf"), 1)) / (2)
(complex(float("inf"), 1)) / (0)
(complex(float("inf"), 1)) / (1.5)
(complex(float("inf"), 1)) / (True)
(complex(1, float("nan"))) / (0j)
(complex(1, float("nan"))) / (1+2j)
(complex(1, float("nan"))) / (complex(1, float("nan")))
(complex(1, float("nan"))) / (1.5)
(complex(1, float("nan"))) / (True)
(1e200+1e200j) / (1e200+1e200j)
(1e200+1e200j) / (2)
(1+2j) / 'a'
(1+2j) / None
(1+2j) / 10**400
(1+2j) / [1]
""")
