"""The codec mac-cyrillic."""

from encodings._charmap import define

define(globals(), 'mac-cyrillic', (
    'АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ†°Ґ£§•¶І®©™Ђђ≠Ѓѓ'
    '∞±≤≥іµґЈЄєЇїЉљЊњјЅ¬√ƒ≈∆«»…\xa0ЋћЌќѕ–—“”‘’÷„Ўў'
    'Џџ№Ёёяабвгдежзийклмнопрстуфхцчшщъыьэю€'
))
