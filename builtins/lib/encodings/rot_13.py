"""Letters moved by 13 places: text to text."""

from encodings._binary import define

_TURNED = {}
for _first in 'Aa':
    for _i in range(26):
        _TURNED[ord(_first) + _i] = ord(_first) + (_i + 13) % 26


def turn(text):
    return str.translate(text, _TURNED)


define(globals(), 'rot-13', turn, turn)
