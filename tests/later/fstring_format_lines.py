# A line break ends the format of an f-string in one pair of quotes (3.12); in three pairs it belongs to the format.
# Expectations from CPython 3.13.

print(f'{1:5
}|', f'{2!r:>3

  }|', f'{3
:<4
}|')
# expect:     1|   2| 3   |
print(f'{f'{4:3
}':>6
}|')
# expect:      4|
for source in ("f'{1:\n}'", "f'{1:x\n}'", "f'''{1:\n}'''", "f'''{1:5\n}'''", "f'{1:\\\n}'", "f'{1:\n5}'", "f'{1:5\n'", "f'a\n{1}'"):
    try:
        print(repr(eval(source)))
    except (SyntaxError, ValueError) as e:
        print(type(e).__name__)
# expect: '1'
# expect: '1'
# expect: ValueError
# expect: ValueError
# expect: '1'
# expect: SyntaxError
# expect: SyntaxError
# expect: SyntaxError
