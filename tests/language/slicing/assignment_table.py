for a in (None, 0, 2, -1, 9):
    for b in (None, 0, 3, -2):
        l = list(range(5))
        l[a:b] = 'XY'
        m = list(range(5))
        del m[a:b]
        print(a, b, l, m)
# expect: None None ['X', 'Y'] []
# expect: None 0 ['X', 'Y', 0, 1, 2, 3, 4] [0, 1, 2, 3, 4]
# expect: None 3 ['X', 'Y', 3, 4] [3, 4]
# expect: None -2 ['X', 'Y', 3, 4] [3, 4]
# expect: 0 None ['X', 'Y'] []
# expect: 0 0 ['X', 'Y', 0, 1, 2, 3, 4] [0, 1, 2, 3, 4]
# expect: 0 3 ['X', 'Y', 3, 4] [3, 4]
# expect: 0 -2 ['X', 'Y', 3, 4] [3, 4]
# expect: 2 None [0, 1, 'X', 'Y'] [0, 1]
# expect: 2 0 [0, 1, 'X', 'Y', 2, 3, 4] [0, 1, 2, 3, 4]
# expect: 2 3 [0, 1, 'X', 'Y', 3, 4] [0, 1, 3, 4]
# expect: 2 -2 [0, 1, 'X', 'Y', 3, 4] [0, 1, 3, 4]
# expect: -1 None [0, 1, 2, 3, 'X', 'Y'] [0, 1, 2, 3]
# expect: -1 0 [0, 1, 2, 3, 'X', 'Y', 4] [0, 1, 2, 3, 4]
# expect: -1 3 [0, 1, 2, 3, 'X', 'Y', 4] [0, 1, 2, 3, 4]
# expect: -1 -2 [0, 1, 2, 3, 'X', 'Y', 4] [0, 1, 2, 3, 4]
# expect: 9 None [0, 1, 2, 3, 4, 'X', 'Y'] [0, 1, 2, 3, 4]
# expect: 9 0 [0, 1, 2, 3, 4, 'X', 'Y'] [0, 1, 2, 3, 4]
# expect: 9 3 [0, 1, 2, 3, 4, 'X', 'Y'] [0, 1, 2, 3, 4]
# expect: 9 -2 [0, 1, 2, 3, 4, 'X', 'Y'] [0, 1, 2, 3, 4]
for step in (2, -1, -2, 3):
    l = list(range(7))
    n = len(l[::step])
    l[::step] = 'abcdefg'[:n]
    m = list(range(7))
    del m[::step]
    print(step, l, m)
# expect: 2 ['a', 1, 'b', 3, 'c', 5, 'd'] [1, 3, 5]
# expect: -1 ['g', 'f', 'e', 'd', 'c', 'b', 'a'] []
# expect: -2 ['d', 1, 'c', 3, 'b', 5, 'a'] [1, 3, 5]
# expect: 3 ['a', 1, 2, 'b', 4, 5, 'c'] [1, 2, 4, 5]
