"""The codec mac-greek."""

from encodings._charmap import define

define(globals(), 'mac-greek', (
    'Ä¹²É³ÖÜ΅àâä΄¨çéèêë£™îï•½‰ôö¦€ùûü†ΓΔΘΛΞΠß®©ΣΪ§≠°'
    '·Α±≤≥¥ΒΕΖΗΙΚΜΦΫΨΩάΝ¬ΟΡ≈Τ«»…\xa0ΥΧΆΈœ–―“”‘’÷ΉΊΌΎ'
    'έήίόΏύαβψδεφγηιξκλμνοπώρστθωςχυζϊϋΐΰ\xad'
))
