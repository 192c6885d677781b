s = 'aé€😀z'
print([ascii(c) for c in s], [s[i] == c for i, c in enumerate(s)], s[::-1][::-1] == s, s[1:4] == 'é€😀', s.index('😀'), s.find('z'), s.split('€'), s.replace('😀', ''), s.upper() == 'AÉ€😀Z', s.center(9, '€'), '€' in s, s.count('é'), len(s.encode()), s.partition('€')[2], max(s), sorted(s)[0])  # expect: ["'a'", "'\\xe9'", "'\\u20ac'", "'\\U0001f600'", "'z'"] [True, True, True, True, True] True True 3 4 ['aé', '😀z'] aé€z True €€aé€😀z€€ True 1 11 😀z 😀 a
for size in (1, 127, 128, 255, 256, 2047, 2048, 65535, 65536, 1114111):
    c = chr(size)
    print(size, ord(c), len(c), len((c * 3)), (c + 'a')[1], ('a' + c)[0], (c + 'a' + c).count(c), (c * 5)[2:4] == c * 2)
# expect: 1 1 1 3 a a 2 True
# expect: 127 127 1 3 a a 2 True
# expect: 128 128 1 3 a a 2 True
# expect: 255 255 1 3 a a 2 True
# expect: 256 256 1 3 a a 2 True
# expect: 2047 2047 1 3 a a 2 True
# expect: 2048 2048 1 3 a a 2 True
# expect: 65535 65535 1 3 a a 2 True
# expect: 65536 65536 1 3 a a 2 True
# expect: 1114111 1114111 1 3 a a 2 True
