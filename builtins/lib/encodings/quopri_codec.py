"""Bytes as quoted-printable text."""

import binascii

from encodings._binary import define


def quopri_encode(data):
    return binascii.b2a_qp(data, quotetabs=True)


def quopri_decode(data):
    return binascii.a2b_qp(data)


define(globals(), 'quopri', quopri_encode, quopri_decode)
