"""The codec koi8-t."""

from encodings._charmap import define

define(globals(), 'koi8-t', (
    'қғ‚Ғ„…†‡\ufffe‰ҳ‹ҲҷҶ\ufffeҚ‘’“”•–—\ufffe™\ufffe›\ufffe\ufffe'
    '\ufffe\ufffe\ufffeӯӮё¤ӣ¦§\ufffe\ufffe\ufffe«¬\xad®\ufffe°±²Ё\ufffeӢ¶·\ufffe№'
    '\ufffe»\ufffe\ufffe\ufffe©юабцдефгхийклмнопярстужвьызшэщчъЮАБЦ'
    'ДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ'
))
