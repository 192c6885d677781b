#!/usr/bin/env python3
"""Time Krait against every CPython found here on the rows of bench/groups, and compare the memory of large containers.

Interpreters, processes and their turns are those of bench/run.py; see bench/README.md.
"""
import argparse
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))
import run as programs  # noqa: E402  (bench/run.py)

GROUPS = ['sort', 'dict_set', 'text', 'binary', 'ints', 'lists', 'iteration', 'files', 'json_both_ways']
LARGE_INTS = ('1000', '100000')   # rows of the group `ints` that end so: Krait is to be three times as fast
LARGE_INTS_BAR = 1 / 3


def bar(group, row):
    return LARGE_INTS_BAR if group == 'ints' and row.split()[-1] in LARGE_INTS else 1.0


def run_lines(interpreter, arguments, timeout):
    """Standard output's lines of a program, or a message of failure."""
    code, out, err, _, _ = programs.execute([interpreter] + arguments, timeout)
    if code == 0:
        return out.splitlines(), None
    last = err.strip().splitlines()[-1:] or ['no output']
    return [], 'timeout' if code == programs.TIMEOUT else 'status %d: %s' % (code, last[0])


class Table:
    """{row: {interpreter: least value}} in order of appearance, the results that must agree, and what failed."""

    def __init__(self):
        self.values, self.results, self.failures = {}, {}, []

    def add(self, row, key, value, result):
        row_values = self.values.setdefault(row, {})
        row_values[key] = min(value, row_values.get(key, value))
        self.results.setdefault(row, {})[key] = result

    def differing(self):
        return ['%s: results differ: %s' % (row, results) for row, results in self.results.items()
                if len(set(results.values())) > 1]


def time_group(group, interpreters, options, table):
    path = os.path.join(HERE, group + '.py')
    for key, interpreter in interpreters:
        lines, failure = run_lines(interpreter, [path, repr(options.batch)] + options.rows, options.timeout)
        if failure:
            table.failures.append('%s on %s: %s' % (group, key, failure))
        for line in lines:
            row, seconds, result = line.split('\t')
            table.add(row, key, float(seconds), result)


def report(title, table, keys, unit, bar_of):
    """Print the rows with Krait's ratio to the best CPython; return the ratios beyond the bar."""
    print('\n%-24s' % title + ''.join('%11s' % key for key in keys) + '   krait/best')
    beyond, ratios = [], []
    for row, values in table.values.items():
        line = '%-24s' % row + ''.join('%11s' % (unit % values[key] if key in values else '-') for key in keys)
        rivals = {key: values[key] for key in values if key != 'krait'}
        if 'krait' in values and rivals:
            best = min(rivals, key=rivals.get)
            ratio = values['krait'] / max(rivals[best], 1e-9)
            ratios.append(ratio)
            above = ratio > bar_of(row)
            if above:
                beyond.append((ratio, row))
            line += '   %5.2f (%s)%s' % (ratio, best, ' *' if above else '')
        print(line)
    if ratios:
        print('%-24s geometric mean %.3f   beyond the bar: %d of %d' % (
            '', programs.geometric_mean([max(r, 1e-3) for r in ratios]), len(beyond), len(ratios)))
    return beyond, ratios


def time_groups(groups, interpreters, options):
    keys = [key for key, _ in interpreters]
    tables = {group: Table() for group in groups}
    for number in range(options.rounds):
        for group in groups:
            time_group(group, interpreters, options, tables[group])
        print('round %d of %d done' % (number + 1, options.rounds), file=sys.stderr)
    failures, beyond, ratios = [], [], []
    for group, table in tables.items():
        scaled = Table()
        scaled.values = {row: {key: value * 1e6 for key, value in values.items()} for row, values in table.values.items()}
        above, of_group = report(group + ', microseconds', scaled, keys, '%.1f', lambda row, group=group: bar(group, row))
        beyond += [(ratio, group + ': ' + row) for ratio, row in above]
        ratios += of_group
        failures += table.failures + table.differing()
    if ratios:
        print('\nall rows: geometric mean %.3f, beyond the bar %d of %d' % (
            programs.geometric_mean(ratios), len(beyond), len(ratios)))
        for ratio, row in sorted(beyond, reverse=True):
            print('  %5.2f %s' % (ratio, row))
    return failures


def measure_memory(interpreters, options):
    """Two tables: held while the container lives, and at the peak of making it."""
    path = os.path.join(HERE, 'memory.py')
    held, peak = Table(), Table()
    names, failure = run_lines(interpreters[0][1], [path], options.timeout)
    failures = [failure] if failure else []
    for name in names:
        if options.rows and name not in options.rows:
            continue
        for key, interpreter in interpreters:
            lines, failure = run_lines(interpreter, [path, name], options.timeout)
            if failure:
                failures.append('memory of %s on %s: %s' % (name, key, failure))
                continue
            now, most, count = lines[0].split()
            held.add(name, key, int(now) / 1024, count)
            peak.add(name, key, int(most) / 1024, count)
    keys = [key for key, _ in interpreters]
    # A hundredth is the pages that a process touches by chance.
    report('held, MiB', held, keys, '%.1f', lambda row: 1.01)
    report('peak, MiB', peak, keys, '%.1f', lambda row: 1.01)
    return failures + held.differing()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('--krait', default=os.path.join(HERE, '..', '..', 'build', 'release', 'krait'),
                        help="Krait's executable; '' for none")
    parser.add_argument('--only', default='', help='comma-separated CPythons: 3.6,3.11,3.11s,3.13')
    parser.add_argument('--rounds', type=int, default=3)
    parser.add_argument('--batch', type=float, default=0.03, help='least seconds of one timing')
    parser.add_argument('--timeout', type=float, default=120, help='seconds per process')
    parser.add_argument('--rows', default='', help='rows, separated by ; or by commas when no name has one; all when empty')
    parser.add_argument('groups', nargs='*', help='names of groups, or memory; everything when none is given')
    options = parser.parse_args()
    options.rows = [row for row in options.rows.split(';' if ';' in options.rows else ',') if row]
    wanted = options.groups or GROUPS + ['memory']
    unknown = [group for group in wanted if group not in GROUPS + ['memory']]
    if unknown:
        parser.error('no such group: ' + ', '.join(unknown))
    interpreters = programs.find_interpreters(options)
    if not interpreters:
        parser.error('no interpreter found')
    for key, path in interpreters:
        print('%-6s %s' % (key, path))
    failures = time_groups([group for group in wanted if group != 'memory'], interpreters, options)
    if 'memory' in wanted:
        failures += measure_memory(interpreters, options)
    for failure in failures:
        print('FAILED ' + failure)
    return 1 if failures else 0


if __name__ == '__main__':
    sys.exit(main())
