# Error handlers of decoders: they may put other bytes in place of those that are decoded, and the codecs go on there.
import codecs


calls = []


def attempt(data, encoding, errors='strict'):
    calls.clear()
    try:
        return ascii(data.decode(encoding, errors))
    except Exception as error:
        return '%s: %s' % (type(error).__name__, ascii(str(error)))


def with_object(replacement, step=0):
    def handler(error):
        calls.append(error)
        if len(calls) > 3:
            raise error
        error.object = replacement
        return '?', error.start + step
    return handler


ENCODINGS = 'ascii', 'utf-8', 'utf-7', 'utf-16', 'utf-16-le', 'utf-16-be', 'utf-32', 'utf-32-be', 'unicode_escape'
codecs.register_error('test.zeros', with_object(b'\0' * 8))
codecs.register_error('test.short', with_object(b'A'))
codecs.register_error('test.empty', with_object(b''))
codecs.register_error('test.behind', with_object(b'ABC', 5))
codecs.register_error('test.back', with_object(b'ABCDEFGH', -4))
codecs.register_error('test.array', with_object(bytearray(b'ABC')))
codecs.register_error('test.text', with_object('ABC'))
INPUTS = {'ascii': b'ab\xff', 'utf-8': b'ab\xff', 'utf-7': b'ab\xff', 'unicode_escape': b'ab\\x'}
for encoding in ENCODINGS:
    data = INPUTS.get(encoding, b'\0')
    for name in ('zeros', 'short', 'empty', 'behind', 'back', 'array', 'text'):
        print(encoding, name, attempt(data, encoding, 'test.' + name))
# expect: ascii zeros 'ab?\x00\x00\x00\x00\x00\x00'
# expect: ascii short IndexError: 'position 2 from error handler out of bounds'
# expect: ascii empty IndexError: 'position 2 from error handler out of bounds'
# expect: ascii behind IndexError: 'position 7 from error handler out of bounds'
# expect: ascii back 'ab?GH'
# expect: ascii array TypeError: 'object attribute must be bytes'
# expect: ascii text TypeError: 'object attribute must be bytes'
# expect: utf-8 zeros 'ab?\x00\x00\x00\x00\x00\x00'
# expect: utf-8 short IndexError: 'position 2 from error handler out of bounds'
# expect: utf-8 empty IndexError: 'position 2 from error handler out of bounds'
# expect: utf-8 behind IndexError: 'position 7 from error handler out of bounds'
# expect: utf-8 back 'ab?GH'
# expect: utf-8 array TypeError: 'object attribute must be bytes'
# expect: utf-8 text TypeError: 'object attribute must be bytes'
# expect: utf-7 zeros 'ab?\x00\x00\x00\x00\x00\x00'
# expect: utf-7 short IndexError: "decoding with 'utf-7' codec failed (IndexError: position 2 from error handler out of bounds)"
# expect: utf-7 empty IndexError: "decoding with 'utf-7' codec failed (IndexError: position 2 from error handler out of bounds)"
# expect: utf-7 behind IndexError: "decoding with 'utf-7' codec failed (IndexError: position 7 from error handler out of bounds)"
# expect: utf-7 back 'ab?GH'
# expect: utf-7 array TypeError: "decoding with 'utf-7' codec failed (TypeError: object attribute must be bytes)"
# expect: utf-7 text TypeError: "decoding with 'utf-7' codec failed (TypeError: object attribute must be bytes)"
# expect: utf-16 zeros '?\x00\x00\x00\x00'
# expect: utf-16 short UnicodeDecodeError: "'utf-16-le' codec can't decode byte 0x41 in position 0: truncated data"
# expect: utf-16 empty '?'
# expect: utf-16 behind IndexError: 'position 5 from error handler out of bounds'
# expect: utf-16 back '?\u4645\u4847'
# expect: utf-16 array TypeError: 'object attribute must be bytes'
# expect: utf-16 text TypeError: 'object attribute must be bytes'
# expect: utf-16-le zeros '?\x00\x00\x00\x00'
# expect: utf-16-le short UnicodeDecodeError: "'utf-16-le' codec can't decode byte 0x41 in position 0: truncated data"
# expect: utf-16-le empty '?'
# expect: utf-16-le behind IndexError: "decoding with 'utf-16-le' codec failed (IndexError: position 5 from error handler out of bounds)"
# expect: utf-16-le back '?\u4645\u4847'
# expect: utf-16-le array TypeError: "decoding with 'utf-16-le' codec failed (TypeError: object attribute must be bytes)"
# expect: utf-16-le text TypeError: "decoding with 'utf-16-le' codec failed (TypeError: object attribute must be bytes)"
# expect: utf-16-be zeros '?\x00\x00\x00\x00'
# expect: utf-16-be short UnicodeDecodeError: "'utf-16-be' codec can't decode byte 0x41 in position 0: truncated data"
# expect: utf-16-be empty '?'
# expect: utf-16-be behind IndexError: "decoding with 'utf-16-be' codec failed (IndexError: position 5 from error handler out of bounds)"
# expect: utf-16-be back '?\u4546\u4748'
# expect: utf-16-be array TypeError: "decoding with 'utf-16-be' codec failed (TypeError: object attribute must be bytes)"
# expect: utf-16-be text TypeError: "decoding with 'utf-16-be' codec failed (TypeError: object attribute must be bytes)"
# expect: utf-32 zeros '?\x00\x00'
# expect: utf-32 short UnicodeDecodeError: "'utf-32-le' codec can't decode byte 0x41 in position 0: truncated data"
# expect: utf-32 empty '?'
# expect: utf-32 behind IndexError: 'position 5 from error handler out of bounds'
# expect: utf-32 back UnicodeDecodeError: "'utf-32-le' codec can't decode bytes in position 4-7: code point not in range(0x110000)"
# expect: utf-32 array TypeError: 'object attribute must be bytes'
# expect: utf-32 text TypeError: 'object attribute must be bytes'
# expect: utf-32-be zeros '?\x00\x00'
# expect: utf-32-be short UnicodeDecodeError: "'utf-32-be' codec can't decode byte 0x41 in position 0: truncated data"
# expect: utf-32-be empty '?'
# expect: utf-32-be behind IndexError: "decoding with 'utf-32-be' codec failed (IndexError: position 5 from error handler out of bounds)"
# expect: utf-32-be back UnicodeDecodeError: "'utf-32-be' codec can't decode bytes in position 4-7: code point not in range(0x110000)"
# expect: utf-32-be array TypeError: "decoding with 'utf-32-be' codec failed (TypeError: object attribute must be bytes)"
# expect: utf-32-be text TypeError: "decoding with 'utf-32-be' codec failed (TypeError: object attribute must be bytes)"
# expect: unicode_escape zeros 'ab?\x00\x00\x00\x00\x00\x00'
# expect: unicode_escape short IndexError: "decoding with 'unicode_escape' codec failed (IndexError: position 2 from error handler out of bounds)"
# expect: unicode_escape empty IndexError: "decoding with 'unicode_escape' codec failed (IndexError: position 2 from error handler out of bounds)"
# expect: unicode_escape behind IndexError: "decoding with 'unicode_escape' codec failed (IndexError: position 7 from error handler out of bounds)"
# expect: unicode_escape back 'ab?GH'
# expect: unicode_escape array TypeError: "decoding with 'unicode_escape' codec failed (TypeError: object attribute must be bytes)"
# expect: unicode_escape text TypeError: "decoding with 'unicode_escape' codec failed (TypeError: object attribute must be bytes)"


def shorter(error):
    return '\ufffd', error.start + 1


codecs.register_error('test.shorter', shorter)
print(attempt(b'\xd8\xd8\xd8\xd8\xd8\x00\x00\x00', 'utf-16-le', 'test.shorter'))  # expect: '\ufffd\ufffd\ufffd\ufffd\xd8\x00'
print(attempt(b'\x11\x11\x11\x11\x11\x00\x00\x00\x00\x00\x00', 'utf-32-le', 'test.shorter'))  # expect: '\ufffd\ufffd\ufffd\u1111\x00'

# UTF-7: half a pair before what does not belong to the run is lost, or kept before a plain character.
for data in (b'a+2AE\xe1b', b'a+2AEb', b'a+2AE-b', b'a+2AE b', b'a+2AE', b'a+2AE+', b'a+IKzYAQ\xffb', b'a+IKwgrNgB\xffb', b'+', b'+A', b'+AA'):
    for errors in ('strict', 'replace', 'ignore', 'test.shorter'):
        print(data, errors, attempt(data, 'utf-7', errors))
# expect: b'a+2AE\xe1b' strict UnicodeDecodeError: "'utf7' codec can't decode byte 0xe1 in position 5: unexpected special character"
# expect: b'a+2AE\xe1b' replace 'a\ufffdb'
# expect: b'a+2AE\xe1b' ignore 'ab'
# expect: b'a+2AE\xe1b' test.shorter 'a\ufffdb'
# expect: b'a+2AEb' strict UnicodeDecodeError: "'utf7' codec can't decode bytes in position 1-5: unterminated shift sequence"
# expect: b'a+2AEb' replace 'a\ufffd'
# expect: b'a+2AEb' ignore 'a'
# expect: b'a+2AEb' test.shorter 'a\ufffd2AEb'
# expect: b'a+2AE-b' strict 'a\ud801b'
# expect: b'a+2AE-b' replace 'a\ud801b'
# expect: b'a+2AE-b' ignore 'a\ud801b'
# expect: b'a+2AE-b' test.shorter 'a\ud801b'
# expect: b'a+2AE b' strict 'a\ud801 b'
# expect: b'a+2AE b' replace 'a\ud801 b'
# expect: b'a+2AE b' ignore 'a\ud801 b'
# expect: b'a+2AE b' test.shorter 'a\ud801 b'
# expect: b'a+2AE' strict UnicodeDecodeError: "'utf7' codec can't decode bytes in position 1-4: unterminated shift sequence"
# expect: b'a+2AE' replace 'a\ufffd'
# expect: b'a+2AE' ignore 'a'
# expect: b'a+2AE' test.shorter 'a\ufffd2AE'
# expect: b'a+2AE+' strict UnicodeDecodeError: "'utf7' codec can't decode bytes in position 1-5: unterminated shift sequence"
# expect: b'a+2AE+' replace 'a\ufffd'
# expect: b'a+2AE+' ignore 'a'
# expect: b'a+2AE+' test.shorter 'a\ufffd2AE'
# expect: b'a+IKzYAQ\xffb' strict UnicodeDecodeError: "'utf7' codec can't decode byte 0xff in position 8: unexpected special character"
# expect: b'a+IKzYAQ\xffb' replace 'a\u20ac\ufffdb'
# expect: b'a+IKzYAQ\xffb' ignore 'a\u20acb'
# expect: b'a+IKzYAQ\xffb' test.shorter 'a\u20ac\ufffdb'
# expect: b'a+IKwgrNgB\xffb' strict UnicodeDecodeError: "'utf7' codec can't decode byte 0xff in position 10: unexpected special character"
# expect: b'a+IKwgrNgB\xffb' replace 'a\u20ac\u20ac\ufffdb'
# expect: b'a+IKwgrNgB\xffb' ignore 'a\u20ac\u20acb'
# expect: b'a+IKwgrNgB\xffb' test.shorter 'a\u20ac\u20ac\ufffdb'
# expect: b'+' strict ''
# expect: b'+' replace ''
# expect: b'+' ignore ''
# expect: b'+' test.shorter ''
# expect: b'+A' strict UnicodeDecodeError: "'utf7' codec can't decode bytes in position 0-1: unterminated shift sequence"
# expect: b'+A' replace '\ufffd'
# expect: b'+A' ignore ''
# expect: b'+A' test.shorter '\ufffdA'
# expect: b'+AA' strict UnicodeDecodeError: "'utf7' codec can't decode bytes in position 0-2: unterminated shift sequence"
# expect: b'+AA' replace '\ufffd'
# expect: b'+AA' ignore ''
# expect: b'+AA' test.shorter '\ufffdAA'

# Encoders with bytes for units escape what they can, and blame the rest.
for encoding in ('ascii', 'latin-1', 'utf-8', 'utf-16', 'utf-32', 'cp1252', 'utf-7'):
    for text in ('\udc80\ud800\udfff', '[\udc80\udcff]', '\udc80\ud800', '\ud800\udc80', 'x\udcfe\udc7f'):
        try:
            print(encoding, ascii(text), text.encode(encoding, 'surrogateescape'))
        except UnicodeEncodeError as error:
            print(encoding, ascii(text), error.start, error.end, ascii(error.object), error.reason)
# expect: ascii '\udc80\ud800\udfff' 1 3 '\udc80\ud800\udfff' ordinal not in range(128)
# expect: ascii '[\udc80\udcff]' b'[\x80\xff]'
# expect: ascii '\udc80\ud800' 1 2 '\udc80\ud800' ordinal not in range(128)
# expect: ascii '\ud800\udc80' 0 2 '\ud800\udc80' ordinal not in range(128)
# expect: ascii 'x\udcfe\udc7f' 2 3 'x\udcfe\udc7f' ordinal not in range(128)
# expect: latin-1 '\udc80\ud800\udfff' 1 3 '\udc80\ud800\udfff' ordinal not in range(256)
# expect: latin-1 '[\udc80\udcff]' b'[\x80\xff]'
# expect: latin-1 '\udc80\ud800' 1 2 '\udc80\ud800' ordinal not in range(256)
# expect: latin-1 '\ud800\udc80' 0 2 '\ud800\udc80' ordinal not in range(256)
# expect: latin-1 'x\udcfe\udc7f' 2 3 'x\udcfe\udc7f' ordinal not in range(256)
# expect: utf-8 '\udc80\ud800\udfff' 1 3 '\udc80\ud800\udfff' surrogates not allowed
# expect: utf-8 '[\udc80\udcff]' b'[\x80\xff]'
# expect: utf-8 '\udc80\ud800' 1 2 '\udc80\ud800' surrogates not allowed
# expect: utf-8 '\ud800\udc80' 0 2 '\ud800\udc80' surrogates not allowed
# expect: utf-8 'x\udcfe\udc7f' 2 3 'x\udcfe\udc7f' surrogates not allowed
# expect: utf-16 '\udc80\ud800\udfff' 0 1 '\udc80\ud800\udfff' surrogates not allowed
# expect: utf-16 '[\udc80\udcff]' 1 2 '[\udc80\udcff]' surrogates not allowed
# expect: utf-16 '\udc80\ud800' 0 1 '\udc80\ud800' surrogates not allowed
# expect: utf-16 '\ud800\udc80' 0 1 '\ud800\udc80' surrogates not allowed
# expect: utf-16 'x\udcfe\udc7f' 1 2 'x\udcfe\udc7f' surrogates not allowed
# expect: utf-32 '\udc80\ud800\udfff' 0 1 '\udc80\ud800\udfff' surrogates not allowed
# expect: utf-32 '[\udc80\udcff]' 1 2 '[\udc80\udcff]' surrogates not allowed
# expect: utf-32 '\udc80\ud800' 0 1 '\udc80\ud800' surrogates not allowed
# expect: utf-32 '\ud800\udc80' 0 1 '\ud800\udc80' surrogates not allowed
# expect: utf-32 'x\udcfe\udc7f' 1 2 'x\udcfe\udc7f' surrogates not allowed
# expect: cp1252 '\udc80\ud800\udfff' 0 3 '\udc80\ud800\udfff' character maps to <undefined>
# expect: cp1252 '[\udc80\udcff]' b'[\x80\xff]'
# expect: cp1252 '\udc80\ud800' 0 2 '\udc80\ud800' character maps to <undefined>
# expect: cp1252 '\ud800\udc80' 0 2 '\ud800\udc80' character maps to <undefined>
# expect: cp1252 'x\udcfe\udc7f' 1 3 'x\udcfe\udc7f' character maps to <undefined>
# expect: utf-7 '\udc80\ud800\udfff' b'+3IDYAN//-'
# expect: utf-7 '[\udc80\udcff]' b'[+3IDc/w]'
# expect: utf-7 '\udc80\ud800' b'+3IDYAA-'
# expect: utf-7 '\ud800\udc80' b'+2ADcgA-'
# expect: utf-7 'x\udcfe\udc7f' b'x+3P7cfw-'
