"""Every name of the reference is there."""
import io

EXPECTED = '''
    BlockingIOError open IOBase RawIOBase FileIO BytesIO StringIO BufferedIOBase BufferedReader BufferedWriter
    BufferedRWPair BufferedRandom TextIOBase TextIOWrapper UnsupportedOperation SEEK_SET SEEK_CUR SEEK_END
'''.split()

print([name for name in EXPECTED if not hasattr(io, name)])  # expect: []
print(len(EXPECTED))  # expect: 18
