import json
deep = '[' * 100000 + ']' * 100000
try:
    json.loads(deep)
    print('no error')
except RecursionError:
    print('RecursionError')  # expect: RecursionError
nested = []
for i in range(100000):
    nested = [nested]
try:
    json.dumps(nested)
    print('no error')
except RecursionError:
    print('RecursionError')  # expect: RecursionError
while nested:
    nested = nested[0]
print('done')  # expect: done
