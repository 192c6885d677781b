"""The codec cp864."""

from encodings._charmap import define

define(globals(), 'cp864', (
    '\x00\x01\x02\x03\x04\x05\x06\x07\x08\x09\x0a\x0b\x0c\x0d\x0e\x0f\x10\x11\x12\x13\x14\x15\x16\x17\x18'
    '\x19\x1a\x1b\x1c\x1d\x1e\x1f !"#$\u066a&\'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`'
    'abcdefghijklmnopqrstuvwxyz{|}~\x7f°·∙√▒─│┼┤┬├┴┐┌└┘β∞φ±½¼≈«»'
    'ﻷﻸ\ufffe\ufffeﻻﻼ\ufffe\xa0\xadﺂ£¤ﺄ\ufffe\ufffeﺎﺏﺕﺙ\u060cﺝﺡﺥ\u0660\u0661'
    '\u0662\u0663\u0664\u0665\u0666\u0667\u0668\u0669ﻑ\u061bﺱﺵﺹ\u061f¢ﺀﺁﺃﺅﻊﺋﺍﺑ'
    'ﺓﺗﺛﺟﺣﺧﺩﺫﺭﺯﺳﺷﺻﺿﻁﻅﻋﻏ¦¬÷×ﻉ\u0640ﻓﻗﻛﻟﻣﻧﻫﻭﻯ'
    'ﻳﺽﻌﻎﻍﻡﹽ\u0651ﻥﻩﻬﻰﻲﻐﻕﻵﻶﻝﻙﻱ■\ufffe'
))
