bad = 0
values = [1, -1, 2, -2, 3, -3, 7, -7, 10**9, -10**9, 2**31, 2**47, -2**47, 2**63, -2**63, 2**64 + 1, 10**30, -10**30]
for a in values + [0]:
    for b in values:
        q, r = divmod(a, b)
        if q * b + r != a or (r and (r < 0) != (b < 0)) or abs(r) >= abs(b) or a // b != q or a % b != r:
            bad += 1
            print(a, b, q, r)
print(bad)  # expect: 0
