for text in ['012', '1__0', '_1 + 1', '1_', '0x', '0b2', '0o8', '1e', '1_.5', '0_7', '0xg', '5a', '1.5.5']:
    try:
        print(text, eval(text))
    except (SyntaxError, NameError) as error:
        print(text, type(error).__name__)
# expect: 012 SyntaxError
# expect: 1__0 SyntaxError
# expect: _1 + 1 NameError
# expect: 1_ SyntaxError
# expect: 0x SyntaxError
# expect: 0b2 SyntaxError
# expect: 0o8 SyntaxError
# expect: 1e SyntaxError
# expect: 1_.5 SyntaxError
# expect: 0_7 SyntaxError
# expect: 0xg SyntaxError
# expect: 5a SyntaxError
# expect: 1.5.5 SyntaxError
