# options: -X max-steps=2000000
import re
print(re.match('(a+)+b', 'a' * 10 + 'b').span())  # expect: (0, 11)
