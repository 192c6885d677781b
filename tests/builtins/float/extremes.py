import sys
big, tiny = sys.float_info.max, sys.float_info.min
print(big * 2, -big * 2, big + 1 == big, tiny / 2, 5e-324 / 2, big - big, 1e308 * 10 - 1e308 * 10, 0.1 + 0.2 == 0.3, 1e16 + 1 == 1e16, 2**53 + 1.0, float(2**63), int(1e20), int(-1e20), int(2**53 + 0.0), 1e-320, -1e-320 * 0)  # expect: inf -inf True 1.1125369292536007e-308 0.0 0.0 nan False True 9007199254740992.0 9.223372036854776e+18 100000000000000000000 -100000000000000000000 9007199254740992 1e-320 -0.0
