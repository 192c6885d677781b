from _cases import *

run(r"""
bytearray.fromhex('')
bytearray.fromhex('00ff')
bytearray.fromhex('0 0')
bytearray.fromhex('00 ff  7F')
bytearray.fromhex(' 00')
bytearray.fromhex('0')
bytearray.fromhex('0g')
bytearray.fromhex('\u0661\u0661')
bytearray.fromhex(5)
bytearray.fromhex(b'00')
bytearray.fromhex('00\n11')
bytearray.fromhex('AbCd')
bytearray.fromhex('00\x0011')
bytearray.fromhex(None)
bytearray.fromhex()
""")
