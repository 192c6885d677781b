from _cases import *

run(r"""
callable(len)
callable(5)
callable(int)
callable(lambda: 1)
callable(None)
callable(SStr('a'))
callable(Bad)
callable(Bad())
callable(''.join)
callable()
""")
