# Statements that open several blocks, one behind the other: what they take to compile grows with their number only.
from time import process_time


def seconds(source):
    before = process_time()
    compile(source, '<many>', 'exec')
    return process_time() - before


def grows_evenly(make, count=500):
    return seconds(make(8 * count)) < 30 * (seconds(make(count)) + 0.01)


print(grows_evenly(lambda n: 'with a, b, c: pass\n' * n))  # expect: True
print(grows_evenly(lambda n: 'try: pass\n' + 'except* E as e: pass\n' * n))  # expect: True
print(grows_evenly(lambda n: 'try:\n    with a, b: pass\nexcept E as e: pass\nelse: x\nfinally: y\n' * n))  # expect: True
print(grows_evenly(lambda n: 'while x:\n' + '    with a, b, c: pass\n' * n))  # expect: True
