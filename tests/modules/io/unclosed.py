# Streams that go without having been closed say so with a ResourceWarning, once per descriptor.
import gc, io, os, sys, warnings

warnings.simplefilter('always')
seen = []


def show(message, category, filename, lineno, file=None, line=None):
    seen.append('%s: %s' % (category.__name__, str(message).replace(__file__, 'FILE')))


warnings.showwarning = show


def report(title):
    gc.collect()
    print(title, seen)
    seen.clear()


open(__file__)
report('text')  # expect: text ["ResourceWarning: unclosed file <_io.TextIOWrapper name='FILE' mode='r' encoding='UTF-8'>"]
open(__file__, 'rb')
report('buffered')  # expect: buffered ["ResourceWarning: unclosed file <_io.BufferedReader name='FILE'>"]
open(__file__, 'rb', buffering=0)
report('raw')  # expect: raw ["ResourceWarning: unclosed file <_io.FileIO name='FILE' mode='rb' closefd=True>"]
open(__file__, 'r+b')
report('random')  # expect: random ["ResourceWarning: unclosed file <_io.BufferedRandom name='FILE'>"]
with open(__file__) as f:
    f.read(1)
report('with')  # expect: with []
f = open(__file__)
f.close()
del f
report('closed')  # expect: closed []
r, w = os.pipe()
open(r, 'rb', closefd=False)
report('descriptor of others')  # expect: descriptor of others []
f = open(r, 'rb')
g = f.detach()
del f
report('detached')  # expect: detached []
del g
report('its raw stream')  # expect: its raw stream ["ResourceWarning: unclosed file <_io.FileIO name=3 mode='rb' closefd=True>"]
os.close(w)


class File(io.FileIO):
    pass


f = File(__file__)
f.own = f
del f
report('cycle')  # expect: cycle ["ResourceWarning: unclosed file <_io.FileIO name='FILE' mode='rb' closefd=True>"]
f = io.BufferedReader(io.BytesIO(b''))
del f
report('no descriptor')  # expect: no descriptor []


class Raw(io.RawIOBase):
    def readable(self): return True
    def _dealloc_warn(self, source): print('asked about a', type(source).__name__)


io.BufferedReader(Raw())  # expect: asked about a BufferedReader
report('own')  # expect: own []
warnings.simplefilter('error')
open(__file__)
report('error')  # expect: error []
# expect stderr contains: ResourceWarning: unclosed file
