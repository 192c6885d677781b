"""json.dumps and json.loads."""
import json
import sys
import time

SCALE = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
EXPECTED = 5028120


def scaled(n):
    """The amount of work: n at scale 1."""
    return max(1, int(n * SCALE))


def make_document(n):
    return [{'id': i, 'name': 'item %d' % i, 'price': i / 4, 'tags': ['a', 'b', None, True],
             'nested': {'x': i * i, 'text': 'caf\xe9 "quoted"\n'}} for i in range(n)]


def run():
    total = 0
    for repeat in range(scaled(60)):
        text = json.dumps(make_document(600), sort_keys=True)
        total += len(text)
        document = json.loads(text)
        total += document[5]['nested']['x'] + len(document)
    return total


if __name__ == '__main__':
    start = time.process_time()
    result = run()
    seconds = time.process_time() - start
    if SCALE == 1.0 and result != EXPECTED:
        sys.exit('json_work: wrong result %r, expected %r' % (result, EXPECTED))
    print('json_work %.6f %r' % (seconds, result))
