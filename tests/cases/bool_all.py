from _cases import *

run(r"""
True & True
True & False
True & 2
True & 1.5
True | True
True | False
True | 2
True | 1.5
True ^ True
True ^ False
True ^ 2
True ^ 1.5
True + True
True + False
True + 2
True + 1.5
True * True
True * False
True * 2
True * 1.5
True == True
True == False
True == 2
True == 1.5
True < True
True < False
True < 2
True < 1.5
False & True
False & False
False & 2
False & 1.5
False | True
False | False
False | 2
False | 1.5
False ^ True
False ^ False
False ^ 2
False ^ 1.5
False + True
False + False
False + 2
False + 1.5
False * True
False * False
False * 2
False * 1.5
False == True
False == False
False == 2
False == 1.5
False < True
False < False
False < 2
False < 1.5
bool()
bool([])
bool('')
bool('a')
bool(Bad())
bool(None)
bool(0.0)
bool(0j)
bool(x=1)
bool(1, 2)
repr(True)
True & 'a'
~True
-True
True.__and__(1)
True.__and__('x')
bool(float('nan'))
True.real, True.bit_length()
str(True)
format(True, 'd')
format(True, '')
format(True, '5')
int(True)
hash(True)
bool.__new__(bool, 5)
type('X', (bool,), {})
isinstance(True, int)
True == 1.0
True is (1 == 1)
""")
