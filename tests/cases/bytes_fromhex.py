from _cases import *

run(r"""
bytes.fromhex('')
bytes.fromhex('00ff')
bytes.fromhex('0 0')
bytes.fromhex('00 ff  7F')
bytes.fromhex(' 00')
bytes.fromhex('0')
bytes.fromhex('0g')
bytes.fromhex('\u0661\u0661')
bytes.fromhex(5)
bytes.fromhex(b'00')
bytes.fromhex('00\n11')
bytes.fromhex('AbCd')
bytes.fromhex('00\x0011')
bytes.fromhex(None)
bytes.fromhex()
""")
