"""Bytes as hexadecimal digits."""

import binascii

from encodings._binary import define


def hex_encode(data):
    return binascii.b2a_hex(data)


def hex_decode(data):
    return binascii.a2b_hex(data)


define(globals(), 'hex', hex_encode, hex_decode)
