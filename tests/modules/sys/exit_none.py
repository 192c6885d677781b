import sys
try:
    sys.exit()
except SystemExit as e:
    print(repr(e), e.code)  # expect: SystemExit() None
try:
    sys.exit((1, 2))
except SystemExit as e:
    print(repr(e), e.code)  # expect: SystemExit(1, 2) (1, 2)
finally:
    print('finally')  # expect: finally
sys.exit(None)
