"""The search for codecs: an encoding's name becomes a module of this package, whose getregentry() describes it."""

import codecs
import sys
from . import aliases

_cache = {}
_aliases = aliases.aliases


class CodecRegistryError(LookupError, SystemError):
    pass


def normalize_encoding(encoding):
    """The name with every run of characters other than letters, digits and dots made one underscore."""
    if isinstance(encoding, bytes):
        encoding = str(encoding, "ascii")
    chars = []
    gap = False
    for c in encoding:
        if c.isalnum() or c == '.':
            if gap and chars:
                chars.append('_')
            chars.append(c)
            gap = False
        else:
            gap = True
    return ''.join(chars)


def search_function(encoding):
    try:
        return _cache[encoding]
    except KeyError:
        pass
    name = normalize_encoding(encoding)
    alias = _aliases.get(name) or _aliases.get(name.replace('.', '_'))
    module = None
    for modname in ([alias, name] if alias is not None else [name]):
        # A dot would import something else than a codec.
        if not modname or '.' in modname:
            continue
        try:
            module = __import__('encodings.' + modname, fromlist=['getregentry'], level=0)
        except ImportError:
            continue
        break
    getregentry = getattr(module, 'getregentry', None)
    if getregentry is None:
        _cache[encoding] = None
        return None
    entry = getregentry()
    if not isinstance(entry, codecs.CodecInfo):
        raise CodecRegistryError('module "%s" (%s) failed to register' % (module.__name__, module.__file__))
    _cache[encoding] = entry
    if hasattr(module, 'getaliases'):
        for other in module.getaliases():
            _aliases.setdefault(other, modname)
    return entry


codecs.register(search_function)
