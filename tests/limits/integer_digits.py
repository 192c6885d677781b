# on the command line there is no limit of digits, as in 3.6
n = 7 ** 20000
print(len(str(n)), int(str(n)) == n)  # expect: 16902 True
