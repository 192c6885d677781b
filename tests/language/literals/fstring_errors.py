# options: -X lang=3.6
for text in ["f'{'", "f'}'", "f'{}'", "f'{ }'", "f'{a b}'", "f'{a!x}'", "f'{a!}'", "f'{a:'", "f'{a\\n}'", "f'{#}'", "f'{a:{b:{c}}}'", "f'{lambda x: 1}'", "f'{a[}'", "f'{a!r b}'", "f'{*a}'", "f'{yield}'", "f'{!r}'", "f'{a = 5}'", "f'{,}'", "f'{a)}'"]:
    try:
        compile(text, '<test>', 'eval')
        print(text, 'accepted')
    except SyntaxError as error:
        print(text, '|', error.msg)
# expect: f'{' | f-string: expecting '}'
# expect: f'}' | f-string: single '}' is not allowed
# expect: f'{}' | f-string: empty expression not allowed
# expect: f'{ }' | f-string: empty expression not allowed
# expect: f'{a b}' | invalid syntax
# expect: f'{a!x}' | f-string: invalid conversion character: expected 's', 'r', or 'a'
# expect: f'{a!}' | f-string: invalid conversion character: expected 's', 'r', or 'a'
# expect: f'{a:' | f-string: expecting '}'
# expect: f'{a\n}' | f-string expression part cannot include a backslash
# expect: f'{#}' | f-string expression part cannot include '#'
# expect: f'{a:{b:{c}}}' | f-string: expressions nested too deeply
# expect: f'{lambda x: 1}' | unexpected EOF while parsing
# expect: f'{a[}' | f-string: expecting '}'
# expect: f'{a!r b}' | f-string: expecting '}'
# expect: f'{*a}' | can't use starred expression here
# expect: f'{yield}' | 'yield' outside function
# expect: f'{!r}' | f-string: empty expression not allowed
# expect: f'{a = 5}' | invalid syntax
# expect: f'{,}' | invalid syntax
# expect: f'{a)}' | unexpected EOF while parsing
