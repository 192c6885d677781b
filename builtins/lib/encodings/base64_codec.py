"""Bytes in base 64, in lines of 76 characters."""

import binascii

from encodings._binary import define


def base64_encode(data):
    data = bytes(data)
    return b''.join(binascii.b2a_base64(data[at:at + 57]) for at in range(0, len(data), 57))


def base64_decode(data):
    return binascii.a2b_base64(data)


define(globals(), 'base64', base64_encode, base64_decode)
