from _cases import *

run(r"""
divmod(0, 10**18)
divmod(1, 255)
divmod(1, True)
divmod(-1, -2**63)
divmod(-1, 2**62)
divmod(10, -10**30)
divmod(10, True)
divmod(2**31, 2**62)
divmod(2**31, 10**18)
divmod(-2**63, -2**63)
divmod(2**62, 10**18)
divmod(10**18, 10**18)
divmod(10**18, True)
divmod(2**64 + 1, 0)
divmod(2**64 + 1, -1)
divmod(2**64 + 1, 2**62)
divmod(-10**30, 1)
divmod(-10**30, -2**63)
divmod(-10**30, 10**18)
divmod(3**100, True)
divmod(True, 2)
divmod(SInt(5), 0)
divmod(SInt(5), 2)
divmod(SInt(5), -7)
divmod(SInt(5), 2**31)
divmod(SInt(5), -2**63)
divmod(1, 0)
divmod(2**70, 0)
divmod(1, 'a')
divmod(5, 2.5)
divmod(1)
5 // 0
5 % 0
5 / 0
2**70 / 0
2**5000 / 3
10**400 / 10**399
3 / 2**5000
0.0 // 5
(10**23) / 3
(2**53 + 1) / 1
(2**1024) / 2
-7 // 2
-7 % 2
7 // -2
7 % -2
""")
