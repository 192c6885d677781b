s = 'abcdefg'
for step in (None, 1, 2, -1, -3):
    print(step, [s[a:b:step] for a in (None, 0, 2, -2, 9) for b in (None, 3, -1, -9)])
# expect: None ['abcdefg', 'abc', 'abcdef', '', 'abcdefg', 'abc', 'abcdef', '', 'cdefg', 'c', 'cdef', '', 'fg', '', 'f', '', '', '', '', '']
# expect: 1 ['abcdefg', 'abc', 'abcdef', '', 'abcdefg', 'abc', 'abcdef', '', 'cdefg', 'c', 'cdef', '', 'fg', '', 'f', '', '', '', '', '']
# expect: 2 ['aceg', 'ac', 'ace', '', 'aceg', 'ac', 'ace', '', 'ceg', 'c', 'ce', '', 'f', '', 'f', '', '', '', '', '']
# expect: -1 ['gfedcba', 'gfe', '', 'gfedcba', 'a', '', '', 'a', 'cba', '', '', 'cba', 'fedcba', 'fe', '', 'fedcba', 'gfedcba', 'gfe', '', 'gfedcba']
# expect: -3 ['gda', 'g', '', 'gda', 'a', '', '', 'a', 'c', '', '', 'c', 'fc', 'f', '', 'fc', 'gda', 'g', '', 'gda']
