# Deep patterns and long texts need no C stack.
import re

print(re.match('(?:a|b)*', 'ab' * 100000).end())  # expect: 200000
print(re.match('(?:(a)|b)*?$', 'ab' * 50000).end())  # expect: 100000
print(re.match('(.)*', 'x' * 100000).span(1))  # expect: (99999, 100000)
print(re.match('(?:(?:(?:a?)*)*)*b', 'a' * 200 + 'b').end())  # expect: 201
try:
    re.compile('(' * 100000)
except (RecursionError, re.error) as e:
    print(type(e).__name__)  # expect: RecursionError
try:
    re.compile('(' * 5000 + ')' * 5000)
except RecursionError as e:
    print(type(e).__name__)  # expect: RecursionError
print(len(re.compile('(a)' * 5000).match('a' * 5000).groups()))  # expect: 5000
print(re.compile('|'.join(map(str, range(20000)))).findall('19999 7')) # expect: ['1', '9', '9', '9', '9', '7']
print(re.match('((((((((((a))))))))))*', 'aaa').groups()[9])  # expect: a
print(re.search('(?<=' + 'a' * 1000 + ')b', 'a' * 1000 + 'b').span())  # expect: (1000, 1001)
print(re.match('a{1000}' * 10, 'a' * 10000).end())  # expect: 10000
print(re.match('(?:a{0,65535}){0,65535}', 'a' * 10).end())  # expect: 10
