"""The codec utf-8-sig: UTF-8 with a mark at the start, written always and skipped when read."""

import codecs
from _codecs import utf_8_encode, utf_8_decode

_MARK = b'\xef\xbb\xbf'


def encode(input, errors='strict'):
    return _MARK + utf_8_encode(input, errors)[0], len(input)


def decode(input, errors='strict'):
    skipped = len(_MARK) if bytes(input[:3]) == _MARK else 0
    output, consumed = utf_8_decode(input[skipped:], errors, True)
    return output, consumed + skipped


class IncrementalEncoder(codecs.IncrementalEncoder):
    def __init__(self, errors='strict'):
        super().__init__(errors)
        self.first = 1

    def encode(self, input, final=False):
        if self.first:
            self.first = 0
            return encode(input, self.errors)[0]
        return utf_8_encode(input, self.errors)[0]

    def setstate(self, state):
        self.first = state

    def getstate(self):
        return self.first

    def reset(self):
        super().reset()
        self.first = 1


class IncrementalDecoder(codecs.BufferedIncrementalDecoder):
    def __init__(self, errors='strict'):
        super().__init__(errors)
        self.first = 1

    def _buffer_decode(self, input, errors, final):
        skipped = 0
        if self.first:
            if len(input) < 3 and _MARK.startswith(input) and not final:
                # Not enough to tell.
                return "", 0
            self.first = 0
            if input[:3] == _MARK:
                skipped = 3
        output, consumed = utf_8_decode(input[skipped:], errors, final)
        return output, consumed + skipped

    def reset(self):
        super().reset()
        self.first = 1

    def getstate(self):
        return super().getstate()[0], self.first

    def setstate(self, state):
        super().setstate(state)
        self.first = state[1]


class StreamWriter(codecs.StreamWriter):
    def reset(self):
        super().reset()
        self.__dict__.pop('encode', None)

    def encode(self, input, errors='strict'):
        self.encode = utf_8_encode
        return encode(input, errors)


class StreamReader(codecs.StreamReader):
    def reset(self):
        super().reset()
        self.__dict__.pop('decode', None)

    def decode(self, input, errors='strict'):
        if len(input) < 3 and _MARK.startswith(input):
            return "", 0
        self.decode = utf_8_decode
        if input[:3] == _MARK:
            output, consumed = utf_8_decode(input[3:], errors)
            return output, consumed + 3
        return utf_8_decode(input, errors)


def getregentry():
    return codecs.CodecInfo(name='utf-8-sig', encode=encode, decode=decode, incrementalencoder=IncrementalEncoder,
                            incrementaldecoder=IncrementalDecoder, streamreader=StreamReader,
                            streamwriter=StreamWriter)
