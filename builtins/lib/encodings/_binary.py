"""What the codecs from bytes to bytes (or text to text) share."""

import codecs


def define(namespace, name, encode, decode):
    """Fill the namespace of a codec's module; both functions take the whole input."""

    def whole_encode(input, errors='strict'):
        assert errors == 'strict'
        return encode(input), len(input)

    def whole_decode(input, errors='strict'):
        assert errors == 'strict'
        return decode(input), len(input)

    class Codec(codecs.Codec):
        def encode(self, input, errors='strict'):
            return whole_encode(input, errors)

        def decode(self, input, errors='strict'):
            return whole_decode(input, errors)

    class IncrementalEncoder(codecs.IncrementalEncoder):
        def encode(self, input, final=False):
            return whole_encode(input, self.errors)[0]

    class IncrementalDecoder(codecs.IncrementalDecoder):
        def decode(self, input, final=False):
            return whole_decode(input, self.errors)[0]

    class StreamWriter(Codec, codecs.StreamWriter):
        charbuffertype = bytes

    class StreamReader(Codec, codecs.StreamReader):
        charbuffertype = bytes

    def getregentry():
        return codecs.CodecInfo(name=name, encode=whole_encode, decode=whole_decode,
                                incrementalencoder=IncrementalEncoder, incrementaldecoder=IncrementalDecoder,
                                streamwriter=StreamWriter, streamreader=StreamReader, _is_text_encoding=False)

    namespace['getregentry'] = getregentry
    for cls in (Codec, IncrementalEncoder, IncrementalDecoder, StreamWriter, StreamReader):
        cls.__module__ = namespace['__name__']
        cls.__qualname__ = cls.__name__
        namespace[cls.__name__] = cls
