"""What the codecs of one byte per character share."""

import codecs
from _codecs import charmap_build, charmap_decode, charmap_encode


def define(namespace, name, table):
    """Fill the namespace of a codec's module.

    `table` has the characters of all 256 bytes, or those of the upper half when the lower is ASCII; U+FFFE stands for
    bytes without one.
    """
    if len(table) == 128:
        table = ''.join(map(chr, range(128))) + table
    encoding_table = charmap_build(table)

    class Codec(codecs.Codec):
        def encode(self, input, errors='strict'):
            return charmap_encode(input, errors, encoding_table)

        def decode(self, input, errors='strict'):
            return charmap_decode(input, errors, table)

    class IncrementalEncoder(codecs.IncrementalEncoder):
        def encode(self, input, final=False):
            return charmap_encode(input, self.errors, encoding_table)[0]

    class IncrementalDecoder(codecs.IncrementalDecoder):
        def decode(self, input, final=False):
            return charmap_decode(input, self.errors, table)[0]

    class StreamWriter(Codec, codecs.StreamWriter):
        pass

    class StreamReader(Codec, codecs.StreamReader):
        pass

    def getregentry():
        codec = Codec()
        return codecs.CodecInfo(name=name, encode=codec.encode, decode=codec.decode,
                                incrementalencoder=IncrementalEncoder, incrementaldecoder=IncrementalDecoder,
                                streamreader=StreamReader, streamwriter=StreamWriter)

    namespace.update(decoding_table=table, encoding_table=encoding_table, getregentry=getregentry)
    for cls in (Codec, IncrementalEncoder, IncrementalDecoder, StreamWriter, StreamReader):
        cls.__module__ = namespace['__name__']
        cls.__qualname__ = cls.__name__
        namespace[cls.__name__] = cls
