"""The codec utf-32: a byte order mark tells the order; without one it is the machine's."""

import codecs
import sys
from _codecs import utf_32_encode as encode, utf_32_decode as _decode, utf_32_ex_decode
from _codecs import utf_32_le_decode, utf_32_be_decode, utf_32_le_encode, utf_32_be_encode

_native_encode = utf_32_le_encode if sys.byteorder == 'little' else utf_32_be_encode


def decode(input, errors='strict'):
    return _decode(input, errors, True)


class IncrementalEncoder(codecs.IncrementalEncoder):
    def __init__(self, errors='strict'):
        super().__init__(errors)
        self.encoder = None

    def encode(self, input, final=False):
        # The mark is only written once.
        if self.encoder is None:
            result = encode(input, self.errors)[0]
            self.encoder = _native_encode
            return result
        return self.encoder(input, self.errors)[0]

    def reset(self):
        super().reset()
        self.encoder = None

    def getstate(self):
        return 2 if self.encoder is None else 0

    def setstate(self, state):
        self.encoder = None if state else _native_encode


class IncrementalDecoder(codecs.BufferedIncrementalDecoder):
    def __init__(self, errors='strict'):
        super().__init__(errors)
        self.decoder = None

    def _buffer_decode(self, input, errors, final):
        if self.decoder is not None:
            return self.decoder(input, errors, final)
        output, consumed, byteorder = utf_32_ex_decode(input, errors, 0, final)
        if byteorder == -1:
            self.decoder = utf_32_le_decode
        elif byteorder == 1:
            self.decoder = utf_32_be_decode
        elif consumed >= 4:
            raise UnicodeError("UTF-32 stream does not start with BOM")
        return output, consumed

    def reset(self):
        super().reset()
        self.decoder = None

    def getstate(self):
        pending = super().getstate()[0]
        if self.decoder is None:
            return pending, 2
        # 0: the machine's order, 1: the other one.
        return pending, int((sys.byteorder == 'big') != (self.decoder is utf_32_be_decode))

    def setstate(self, state):
        super().setstate(state)
        flag = state[1]
        if flag == 2:
            self.decoder = None
        elif (sys.byteorder == 'big') != bool(flag):
            self.decoder = utf_32_be_decode
        else:
            self.decoder = utf_32_le_decode


class StreamWriter(codecs.StreamWriter):
    def __init__(self, stream, errors='strict'):
        super().__init__(stream, errors)
        self.encoder = None

    def reset(self):
        super().reset()
        self.encoder = None

    def encode(self, input, errors='strict'):
        if self.encoder is None:
            result = encode(input, errors)
            self.encoder = _native_encode
            return result
        return self.encoder(input, errors)


class StreamReader(codecs.StreamReader):
    def reset(self):
        super().reset()
        self.__dict__.pop('decode', None)

    def decode(self, input, errors='strict'):
        output, consumed, byteorder = utf_32_ex_decode(input, errors, 0, False)
        if byteorder == -1:
            self.decode = utf_32_le_decode
        elif byteorder == 1:
            self.decode = utf_32_be_decode
        elif consumed >= 4:
            raise UnicodeError("UTF-32 stream does not start with BOM")
        return output, consumed


def getregentry():
    return codecs.CodecInfo(name='utf-32', encode=encode, decode=decode, incrementalencoder=IncrementalEncoder,
                            incrementaldecoder=IncrementalDecoder, streamreader=StreamReader,
                            streamwriter=StreamWriter)
