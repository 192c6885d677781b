"""Damaged .pyc files and code objects built by hand: each must end in an exception or a result within its limits.

    test_mutations.py                    5,000 runs (unittest)
    test_mutations.py --runs 100000 [--seed N] [--jobs N] [--driver PROGRAM] [--keep FOLDER]

The driver is tests/fuzz/fuzz_main.cpp (`krait_fuzz_replay --stream`): one process runs many inputs, each in an
interpreter of its own with small limits. Seeds are fixed: a run can be repeated. An input that kills the driver or takes
longer than its limits allow is written to the folder --keep and reported; the driver is started again behind it.
"""
import argparse
import concurrent.futures
import os
import queue
import random
import subprocess
import sys
import tempfile
import threading
import unittest

from reference import KRAIT, TESTS

sys.path.insert(0, os.path.join(TESTS, 'fuzz'))
import make_seeds  # noqa: E402

RUNS = 5000
ATTEMPTS = 6          # code objects built in one run of hand_made_code.py
HAND_MADE_SHARE = 0.4
TOO_LONG = 60         # seconds for one input, which may use 5
BATCH = 250


def driver_path():
    return os.environ.get('KRAIT_FUZZ_REPLAY') or os.path.join(os.path.dirname(KRAIT), 'krait_fuzz_replay')


def marshalled_seeds():
    """The marshalled code of the script tests, compiled by the interpreter that is tested."""
    with tempfile.TemporaryDirectory() as folder:
        pairs = [(path, os.path.join(folder, '%04d' % i)) for i, path in enumerate(make_seeds.programs())]
        listing = ''.join('%s\t%s\n' % pair for pair in pairs)
        subprocess.run([KRAIT, '-c', make_seeds.COMPILE], input=listing.encode(), check=True)
        seeds = []
        for _, target in pairs:
            if os.path.exists(target):
                with open(target, 'rb') as file:
                    seeds.append(file.read())
    return seeds


def inputs_of(batch, seed, seeds, hand_made):
    """The inputs of one batch: (kind, data) with how many runs each is."""
    rng = random.Random('%d/%d' % (seed, batch))
    if batch % 5 < 5 * HAND_MADE_SHARE:
        for _ in range(BATCH // ATTEMPTS + 1):
            yield 'source', b'SEED = %d\n' % rng.getrandbits(48) + hand_made, ATTEMPTS
        return
    for _ in range(BATCH):
        data = rng.choice(seeds)
        if rng.random() < 0.6:  # one small change: most of these get past the reader
            at = rng.randrange(len(data))
            data = data[:at] + bytes((rng.choice((data[at] ^ 1 << rng.randrange(8), rng.randrange(256))),)) + data[at + 1:]
        else:
            data = make_seeds.damaged(data, rng)
        yield 'marshal', data, 1


class Driver:
    """One process of the driver and what it says."""

    def __init__(self, program):
        self.process = subprocess.Popen([program, '--stream'], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=subprocess.PIPE)
        self.answers, self.errors = queue.Queue(), []
        self.threads = [threading.Thread(target=target, daemon=True)
                        for target in (self._listen, self._listen_to_errors)]
        for thread in self.threads:
            thread.start()

    def _listen(self):
        for line in self.process.stdout:
            self.answers.put(line)
        self.answers.put(None)

    def _listen_to_errors(self):
        for line in self.process.stderr:
            self.errors = (self.errors + [line.decode('utf-8', 'replace')])[-60:]

    def run(self, kind, data):
        """None when the input ended as it should, else what happened."""
        try:
            self.process.stdin.write(b'%s %d\n' % (kind.encode(), len(data)) + data)
            self.process.stdin.flush()
            answer = self.answers.get(timeout=TOO_LONG)
        except queue.Empty:
            self.close()
            return 'no answer in %d seconds' % TOO_LONG
        except OSError:
            answer = None
        if answer is not None:
            return None
        return 'driver ended with %d\n%s' % (self.finish(), ''.join(self.errors))

    def finish(self):
        """Ends the input; the exit status once everything the process said is read."""
        try:
            self.process.stdin.close()
        except OSError:
            pass
        status = self.process.wait(timeout=TOO_LONG)
        for thread in self.threads:
            thread.join()
        self.process.stdout.close()
        self.process.stderr.close()
        return status

    def close(self):
        self.process.kill()
        self.finish()


def run_batch(batch, options, seeds, hand_made):
    runs, failures, driver = 0, [], None
    for number, (kind, data, count) in enumerate(inputs_of(batch, options.seed, seeds, hand_made)):
        driver = driver or Driver(options.driver)
        trouble = driver.run(kind, data)
        runs += count
        if trouble:
            name = 'mutation-%d-%d-%d.%s' % (options.seed, batch, number, 'py' if kind == 'source' else 'marshal')
            failures.append('%s: %s' % (name, trouble))
            if driver.process.poll() is None:
                driver.close()
            driver = None
            if options.keep:
                os.makedirs(options.keep, exist_ok=True)
                with open(os.path.join(options.keep, name), 'wb') as file:
                    file.write(data)
    if driver:
        status = driver.finish()
        if status:
            failures.append('batch %d: driver ended with %d at its end\n%s' % (batch, status, ''.join(driver.errors)))
    return runs, failures


def run_all(options):
    seeds = marshalled_seeds()
    with open(os.path.join(TESTS, 'fuzz', 'hand_made_code.py'), 'rb') as file:
        hand_made = file.read()
    runs, failures = 0, []
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        batches = range(options.runs // BATCH)
        for done, failed in pool.map(lambda batch: run_batch(batch, options, seeds, hand_made), batches):
            runs += done
            failures += failed
            for text in failed:
                print(text, flush=True)
    return runs, failures


class Mutations(unittest.TestCase):
    @unittest.skipUnless(os.access(driver_path(), os.X_OK), 'no krait_fuzz_replay beside the executable')
    def test_mutations(self):
        options = argparse.Namespace(runs=RUNS, seed=1, jobs=2, driver=driver_path(), keep=os.environ.get('KEEP_MUTATIONS'))
        runs, failures = run_all(options)
        self.assertEqual(failures, [], '\n'.join(failures))
        self.assertGreaterEqual(runs, RUNS)


def main():
    if not any(argument.startswith('--') for argument in sys.argv[1:]):
        return unittest.main()
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--runs', type=int, default=RUNS)
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--jobs', type=int, default=2)
    parser.add_argument('--driver', default=driver_path())
    parser.add_argument('--keep')
    runs, failures = run_all(parser.parse_args())
    print('%d runs, %d failures' % (runs, len(failures)))
    return 1 if failures else 0


if __name__ == '__main__':
    sys.exit(main())
