"""Bytes compressed by zlib."""

import zlib

from encodings._binary import define

define(globals(), 'zlib', zlib.compress, zlib.decompress)
