from __future__ import generator_stop
import a
import a.b.c
import a.b as c, d as e
import a.b.c.d as f
from g import h
from g.h import i as j, k
from . import l
from ..m import (n, o as p)
from q import *

def inside():
    import a.b
    from c import d as e
    import f.g as h
    return a, e, h
