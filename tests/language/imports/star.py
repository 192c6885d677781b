from _pkg import *  # expect: importing _pkg
print(NAME, listed, 'unlisted' in globals())  # expect: package in all False
from _pkg.sub import *
print(VALUE, visible, '_hidden' in globals())  # expect: sub value 2 False
