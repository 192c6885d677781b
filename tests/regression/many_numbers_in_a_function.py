# Constants that differ in high bits only are told apart as fast as others.
from time import process_time


def seconds(form, count=20000):
    source = 'def f():\n' + ''.join('    q = %s\n' % (form % n) for n in range(1000, count))
    before = process_time()
    compile(source, '<numbers>', 'exec')
    return process_time() - before


plain = seconds('%d') + 0.02
print(seconds('%d.5') < 8 * plain, seconds('0x%d00000000') < 8 * plain, seconds('%d.25j') < 8 * plain)  # expect: True True True
