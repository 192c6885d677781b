words = ['b', 'B', 'a', 'ab', '', 'é', 'z', '€', '10', '9', '😀', 'A b', '_']
print(sorted(words))  # expect: ['', '10', '9', 'A b', 'B', '_', 'a', 'ab', 'b', 'z', 'é', '€', '😀']
print([a < b for a, b in zip(words, words[1:])], 'abc' < 'abcd', 'Z' < 'a', '\uffff' < '\U00010000', min(words), max(words))  # expect: [False, True, True, False, True, False, True, False, True, True, False, True] True True True  😀
