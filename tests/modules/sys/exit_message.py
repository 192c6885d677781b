# expect stderr contains: farewell
# exit: 1
import sys
print('before')  # expect: before
sys.exit('farewell')
# exit: 1
