for text in [r"'\x4'", r"'\u123'", r"'\U00110000'", r"'\N{no such name}'", "b'é'", "'a' b'b'", "'abc", "'''abc", r"b'\x4'", r"'\N'", "'a\nb'", r"r'\'"]:
    try:
        print(ascii(text), ascii(eval(text)))
    except SyntaxError as error:
        print(ascii(text), error.msg)
# expect: "'\\x4'" (unicode error) 'unicodeescape' codec can't decode bytes in position 0-2: truncated \xXX escape
# expect: "'\\u123'" (unicode error) 'unicodeescape' codec can't decode bytes in position 0-4: truncated \uXXXX escape
# expect: "'\\U00110000'" (unicode error) 'unicodeescape' codec can't decode bytes in position 0-9: illegal Unicode character
# expect: "'\\N{no such name}'" (unicode error) 'unicodeescape' codec can't decode bytes in position 0-15: unknown Unicode character name
# expect: "b'\xe9'" bytes can only contain ASCII literal characters.
# expect: "'a' b'b'" cannot mix bytes and nonbytes literals
# expect: "'abc" EOL while scanning string literal
# expect: "'''abc" EOF while scanning triple-quoted string literal
# expect: "b'\\x4'" (value error) invalid \x escape at position 0
# expect: "'\\N'" (unicode error) 'unicodeescape' codec can't decode bytes in position 0-1: malformed \N character escape
# expect: "'a\nb'" EOL while scanning string literal
# expect: "r'\\'" EOL while scanning string literal
